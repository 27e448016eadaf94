-- What a school reports in a monitoring stage of an activated direction or a measure of its programme; each sending is a version of its own.
create table monitoring_report (
    id             bigint generated always as identity primary key,
    school_year_id bigint not null references school_year,
    stage          text not null check (stage in ('MONITORING_1', 'MONITORING_2')),
    item           text not null,         -- risk-<direction> or measure-<id>; the kind of its files too
    version        int not null,
    title          text not null,         -- as the programme named it then
    claim          text not null check (claim in ('REPORTED', 'DONE', 'PARTLY', 'NOT_DONE', 'NOT_DUE')),
    done_on        date,
    words          text not null,
    link           text not null,
    files          bigint[] not null,     -- documents that lay there when it was sent
    sent_by        bigint not null references person,
    sent_at        timestamptz not null,
    accepted       boolean,               -- by the curator; null: not decided, or the day of the measure has not come
    comment        text,
    decided_by     bigint references person,
    decided_at     timestamptz,
    reopened_at    timestamptz,           -- asked for again after the stage was completed
    unique (school_year_id, stage, item, version)
);

-- A monitoring stage was completed: its documents lie in the federal system. A stage that was opened again has several.
create table monitoring_placement (
    id             bigint generated always as identity primary key,
    school_year_id bigint not null references school_year,
    stage          text not null check (stage in ('MONITORING_1', 'MONITORING_2')),
    direction      text not null references risk_direction,
    placed_on      date not null,
    placed_by      bigint not null references person,
    recorded_at    timestamptz not null,
    withdrawn_at   timestamptz,           -- the stage was opened again
    withdrawn_by   bigint references person,
    reason         text
);
create unique index monitoring_placement_valid on monitoring_placement (school_year_id, stage) where withdrawn_at is null;

-- How each measure of the programme stood when the stage was completed: a later change of the programme alters no share.
create table monitoring_result (
    placement_id bigint not null references monitoring_placement,
    position     int not null,
    measure_id   bigint not null,
    direction    text,
    title        text not null,
    last_day     date,
    standing     text not null,
    report_id    bigint references monitoring_report,
    primary key (placement_id, measure_id)
);

-- Whether a school shows positive changes at the year's end, and by which data; the last row counts.
create table positive_change (
    id             bigint generated always as identity primary key,
    school_year_id bigint not null references school_year,
    mark           text not null check (mark in ('YES', 'PARTLY', 'NO')),
    sources        text[] not null,
    period         text not null,
    words          text not null,
    reason         text,                  -- of a correction
    person_id      bigint not null references person,
    recorded_at    timestamptz not null
);
create index positive_change_year on positive_change (school_year_id);
