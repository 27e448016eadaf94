-- Every drawing of a sample: the last one counts, the earlier ones stay with the reason for which it was drawn again.
create table expertise_drawing (
    id           bigint generated always as identity primary key,
    expertise_id bigint not null references expertise,
    seed         bigint not null,
    reason       text,                          -- why it was drawn again; null for the first
    drawn_by     bigint references person,      -- null: the system itself
    drawn_at     timestamptz not null
);
create index expertise_drawing_expertise on expertise_drawing (expertise_id);

-- Who decided by hand on a school of a sample, and when. Null where the system did it.
alter table expertise_school add column added_by bigint references person;
alter table expertise_school add column added_at timestamptz;
alter table expertise_school add column excluded_by bigint references person;

alter table expert_conflict add column withdrawn_reason text;
create index expert_conflict_school on expert_conflict (school_id) where withdrawn_at is null;
alter table expert_invitation add column withdrawn_reason text;
