create table road_map (
    id                  bigint generated always as identity primary key,
    level               text not null check (level in ('FEDERATION', 'REGION', 'MUNICIPALITY')),
    place_id            bigint not null,               -- of the level; 0 for the federation
    region_id           bigint references region,      -- null: the federation's
    year                int not null,
    title               text not null,
    controller_id       bigint references person,      -- whom the order names for control
    process_instance_id text,
    closed_at           timestamptz,
    unique (level, place_id, year, title)
);
create index road_map_region on road_map (region_id, year);
create index road_map_year on road_map (year, level, place_id);
create index road_map_controller on road_map (controller_id, year) where controller_id is not null;

-- What is being prepared: the tables as they stand in the source and what was corrected by hand. The rows are read anew
-- from them each time, so that nothing that was understood is stored beside what it was understood from.
create table road_map_draft (
    road_map_id    bigint primary key references road_map,
    order_number   text,
    order_date     date,
    effective_from date,
    controller_id  bigint references person,
    source_name    text not null,                      -- file name, or empty for pasted text
    source_id      bigint,                             -- the document that keeps the file or the pasted text
    tables         jsonb not null,
    chosen         int[],                              -- indexes of the tables that are imported; null: not decided yet
    columns        jsonb not null default '{}',        -- by table: columns as corrected by hand
    roles          text[],                             -- for a whole table without such a column, once confirmed
    left_out       jsonb not null default '{}',        -- by row key: why the row is not imported
    matching       jsonb not null default '{}',        -- by row key: the approved measure that it is, 0 for a new one; by hand
    control_words  text not null default '',           -- whom the order names for control, as written
    revision       int not null default 0,             -- counted up with each change
    changed_at     timestamptz not null,
    changed_by     bigint not null
);

-- Kept when the import is repeated: a correction holds where the row has the same key and the field the same words.
create table road_map_correction (
    road_map_id bigint not null references road_map,
    row_key     text not null,
    field       text not null,
    words       text not null,
    value       jsonb not null,
    primary key (road_map_id, row_key, field, words)
);

create table road_map_version (
    id             bigint generated always as identity primary key,
    road_map_id    bigint not null references road_map,
    number         int not null,
    order_number   text not null,
    order_date     date not null,
    effective_from date not null,                      -- can lie before the order (seed 003, point 2)
    source_name    text not null,
    source_id      bigint,
    tables         jsonb not null,                     -- what it was read from, so that an amendment can begin with it
    chosen         int[] not null,
    columns        jsonb not null,
    roles          text[],
    left_out       jsonb not null,
    approved_at    timestamptz not null,
    approved_by    bigint not null references person,
    unique (road_map_id, number)
);

create table measure (
    id                  bigint generated always as identity primary key,
    road_map_id         bigint not null references road_map,
    state               text not null check (state in ('WAITING', 'RUNNING', 'DONE', 'NOT_DONE', 'REMOVED')),
    ended_on            date,
    end_reason          text,
    extended_until      date,
    process_instance_id text
);
create index measure_road_map on measure (road_map_id);

-- What a version says of a measure.
create table measure_content (
    id                bigint generated always as identity primary key,
    version_id        bigint not null references road_map_version,
    measure_id        bigint not null references measure,
    position          int not null,
    row_key           text not null,                   -- of the row that it was read from
    number            text not null,
    title             text not null,
    date_words        text not null,
    responsible_words text not null,
    roles             text[] not null,
    expected_result   text not null,
    evidence          text not null,
    outcome           text,
    recurrence        text,
    recurrence_count  int,
    recurrence_by_day int,
    unique (version_id, measure_id)
);
create index measure_content_measure on measure_content (measure_id);

create table measure_window (
    content_id bigint not null references measure_content,
    position   int not null,
    starts_on  date,
    due_on     date,
    precision  text not null,
    primary key (content_id, position),
    check (starts_on is not null or due_on is not null)
);

create table measure_indicator (
    content_id  bigint not null references measure_content,
    position    int not null,
    kind        text not null,
    populations text[] not null,
    target      numeric,
    per         text,
    outcome     text,
    as_of       date,
    words       text not null,
    primary key (content_id, position)
);

-- Who is expected at the measure's event where no role says it: registered representatives, candidates.
create table measure_participant (
    id         bigint generated always as identity primary key,
    measure_id bigint not null references measure,
    person_id  bigint references person,
    school_id  bigint references school,
    full_name  text not null,
    added_at   timestamptz not null,
    removed_at timestamptz
);
create index measure_participant_measure on measure_participant (measure_id);

-- Dated entries, such as publications.
create table measure_log_entry (
    id          bigint generated always as identity primary key,
    measure_id  bigint not null references measure,
    occurred_on date not null,
    link        text not null,
    words       text not null,
    added_by    bigint not null references person,
    recorded_at timestamptz not null,
    removed_at  timestamptz
);
create index measure_log_entry_measure on measure_log_entry (measure_id, occurred_on);

-- Outcomes of the programme's stages: only added, never changed.
create table outcome (
    id           bigint generated always as identity primary key,
    kind         text not null,
    member_type  text not null,
    member_id    bigint not null,
    region_id    bigint not null references region,
    school_id    bigint references school,
    year         int not null,
    measure_id   bigint references measure,
    occurred_on  date not null,
    counts       boolean not null,
    recorded_at  timestamptz not null
);
create index outcome_kind on outcome (region_id, year, kind, member_type, member_id);
create index outcome_measure on outcome (measure_id) where measure_id is not null;
