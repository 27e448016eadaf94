-- The curator's visits to a school in a year, agreed with the municipality.
create table visit_schedule (
    school_year_id bigint primary key references school_year,
    state          text not null check (state in ('PROPOSED', 'RETURNED', 'AGREED')),
    decided_by     bigint references person,     -- who agreed, or sent it back
    comment        text not null default '',     -- of the decision
    agreed_on      date,
    taken_visit    bigint                        -- the visit that is waited for or reported on
);

create table visit (
    id             bigint generated always as identity primary key,
    school_year_id bigint not null references school_year,
    planned_on     date not null,                -- the day that was agreed first; it counts as planned from then on
    day            date not null,                -- the day on which it is to take place now
    purpose        text not null,
    state          text not null check (state in ('PROPOSED', 'PLANNED', 'HELD', 'NOT_HELD', 'REMOVED')),
    moves          int not null default 0,
    removal_asked  text,                         -- why it is to be taken out; null: nobody asks for it
    held_on        date,
    looked_at      text not null default '',
    agreements     text not null default ''
);
create index visit_year on visit (school_year_id);

-- What became of agreed visits other than that they were held; for the page and the news.
create table visit_change (
    id         bigint generated always as identity primary key,
    visit_id   bigint not null references visit,
    kind       text not null check (kind in ('ADDED', 'MOVED', 'NOT_HELD', 'REMOVED')),
    was_on     date not null,
    now_on     date,                             -- null: it does not take place
    reason     text not null default '',
    person_id  bigint not null references person,
    changed_at timestamptz not null
);
create index visit_change_visit on visit_change (visit_id);
create index visit_change_time on visit_change (changed_at);

-- The conversation about a school's year. A message without a number is a draft of its author.
create table conversation_message (
    id             bigint generated always as identity primary key,
    school_year_id bigint not null references school_year,
    number         int,                          -- in the order of sending, from 1 on
    author_id      bigint not null references person,
    role           text,                         -- in which the author wrote
    written_at     timestamptz,
    body           text not null default '',
    needs_answer   boolean not null default false,
    corrects       bigint references conversation_message,
    answered_by    bigint references conversation_message,
    attachments    int not null default 0,       -- files, as they were sent
    unique (school_year_id, number),
    check ((number is null) = (written_at is null) and (number is null) = (role is null))
);
create unique index conversation_draft on conversation_message (school_year_id, author_id) where number is null;
create index conversation_written on conversation_message (written_at);

create table conversation_reading (
    school_year_id bigint not null references school_year,
    person_id      bigint not null references person,
    last_number    int not null,
    primary key (school_year_id, person_id)
);

create function conversation_message_stays() returns trigger language plpgsql as $$
begin
    if old.number is not null and (tg_op = 'DELETE'
       or (new.school_year_id, new.number, new.author_id, new.role, new.written_at, new.body, new.needs_answer, new.corrects, new.attachments)
          is distinct from
          (old.school_year_id, old.number, old.author_id, old.role, old.written_at, old.body, old.needs_answer, old.corrects, old.attachments)) then
        raise exception 'a message that was sent stays as it is';
    end if;
    return case when tg_op = 'DELETE' then old else new end;
end $$;

create trigger conversation_message_stays before update or delete on conversation_message
    for each row execute function conversation_message_stays();
