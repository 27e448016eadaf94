-- Tasks as people see them: written in the same transaction as the engine's task, never read from the engine by variable.
create table task_view (
    id           text primary key,        -- the engine's task id
    process_key  text not null,
    step         text not null,           -- id of the user task in the model
    form         text not null,
    business_key text not null,
    title        text not null,
    context      text not null default '',
    region_id    bigint not null references region,
    school_id    bigint references school,
    role         text not null,
    level        text not null,
    place_id     bigint not null,
    wanted_role  text not null,            -- to whom the process gave it; the role above holds it while nobody does
    wanted_level text not null,
    wanted_place bigint not null,
    assignee_id  bigint references person,
    opened_at    timestamptz not null,
    due_at       timestamptz,
    due_source   text,
    closed_at    timestamptz,
    closed_by    bigint,                   -- person; null: withdrawn by the course of things
    completed    boolean,                  -- true: done; false: withdrawn
    late         boolean
);
create index task_view_open_by_place on task_view (level, place_id, role) where closed_at is null;
create index task_view_open_by_wanted on task_view (wanted_level, wanted_place) where closed_at is null;
create index task_view_open_by_due on task_view (due_at, id) where closed_at is null;
create index task_view_open_by_region on task_view (region_id) where closed_at is null;
create index task_view_assignee on task_view (assignee_id) where closed_at is null;
create index task_view_business_key on task_view (process_key, business_key);
create index task_view_school on task_view (school_id, closed_at);

create table task_draft (
    task_id   text not null references task_view,
    person_id bigint not null references person,
    content   jsonb not null,
    saved_at  timestamptz not null,
    primary key (task_id, person_id)
);

create table extension (
    id              bigint generated always as identity primary key,
    task_id         text not null references task_view,
    process_key     text not null,
    business_key    text not null,
    step            text not null,
    requested_until date not null,
    reason          text not null,
    requested_by    bigint not null references person,
    requested_at    timestamptz not null,
    granted_until   date,
    granted         boolean,               -- null: not decided yet
    decided_by      bigint references person,
    decided_at      timestamptz,
    decision_reason text
);
create index extension_business_key on extension (process_key, business_key);
