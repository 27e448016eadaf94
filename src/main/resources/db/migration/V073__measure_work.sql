-- How many of its windows a measure has come to; what the last one asks for is under way.
alter table measure add column windows_taken int not null default 0;
create index measure_unstarted on measure (road_map_id) where process_instance_id is null;

-- What was reported of a measure, once for each of its windows and again where it was waited for.
create table measure_result (
    id          bigint generated always as identity primary key,
    measure_id  bigint not null references measure,
    occurred_on date not null,
    words       text not null,
    without_act text not null,                 -- why no act is attached; empty where one is, or none is asked for
    reported_by bigint not null references person,
    recorded_at timestamptz not null
);
create index measure_result_measure on measure_result (measure_id);

-- The document that a measure asks of a school. Where several road maps ask for the same outcome it is asked for once,
-- and belongs to the measure that asked first.
create table school_measure (
    id                  bigint generated always as identity primary key,
    measure_id          bigint not null references measure,
    school_id           bigint not null references school,
    year                int not null,
    outcome             text not null,
    process_instance_id text,
    placed_on           date,
    placed_by           bigint references person,
    confirmed_on        date,
    confirmed_by        bigint references person,
    returned            text,                  -- the curator's words where the document was sent back
    counted_at          timestamptz,           -- the outcome is recorded
    withdrawn_at        timestamptz,           -- the measure ended before
    unique (measure_id, school_id)
);
create index school_measure_outcome on school_measure (year, outcome, school_id);
