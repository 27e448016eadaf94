-- The work of one school in one year of the programme «500+»: the aggregate of its participation.
create table school_year (
    id                  bigint generated always as identity primary key,
    region_id           bigint not null references region,
    school_id           bigint not null references school,
    year                int not null,
    status              text not null default 'RUNNING' check (status in ('RUNNING', 'COMPLETED', 'LEFT', 'MERGED', 'CLOSED')),
    started_on          date not null,
    ended_on            date,
    end_reason          text,
    merged_into         bigint references school,
    process_instance_id text,
    unique (school_id, year)
);
create index school_year_region on school_year (region_id, year);

-- Where a school is in each stage of its year; a row for every stage from the beginning on.
create table school_stage (
    school_year_id bigint not null references school_year,
    stage          text not null,
    opens_on       date,                  -- from when on its work is asked for; null: when its turn comes
    due_on         date,                  -- the earliest date that a road map above gives; null: none does
    due_source     text,                  -- in words
    extended_until date,
    opened_on      date,
    done_on        date,                  -- the day on which it happened
    done_at        timestamptz,           -- the instant at which that was told
    late           boolean not null default false,
    reopened       int not null default 0,
    primary key (school_year_id, stage)
);

-- What curators decide of the work of their schools, for the history and for the score of their work.
create table year_decision (
    id             bigint generated always as identity primary key,
    school_year_id bigint not null references school_year,
    stage          text not null,
    subject        text not null,         -- what was decided: a direction's code, a kind of document, a measure's id
    accepted       boolean not null,
    comment        text not null default '',
    person_id      bigint not null references person,
    asked_at       timestamptz not null,
    decided_at     timestamptz not null
);
create index year_decision_year on year_decision (school_year_id);
create index year_decision_person on year_decision (person_id);
