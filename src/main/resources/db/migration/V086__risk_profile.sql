-- Who takes part in the survey by which a risk profile is made: a list that can be changed.
create table survey_group (
    code     text primary key,
    position int not null,
    name     text not null
);
insert into survey_group (code, position, name) values
    ('pupils',         1, 'Обучающиеся'),
    ('teachers',       2, 'Педагогические работники'),
    ('parents',        3, 'Родители (законные представители)'),
    ('administration', 4, 'Администрация школы');

-- How many were asked and how many took part; shares are counted from it.
create table survey_count (
    school_year_id bigint not null references school_year,
    group_code     text not null references survey_group,
    invited        int not null check (invited >= 0),
    answered       int not null check (answered between 0 and invited),
    primary key (school_year_id, group_code)
);

-- How a school's risk profile came, the last time.
create table risk_profile (
    school_year_id bigint primary key references school_year,
    source         text not null check (source in ('FORM', 'SCHOOL_FILE', 'TERRITORY_FILE')),
    person_id      bigint not null references person,
    received_on    date not null,
    recorded_at    timestamptz not null
);
create index risk_profile_recorded on risk_profile (recorded_at);

-- What was said of each direction, by whom; only added to. The last word counts.
create table risk_level (
    id             bigint generated always as identity primary key,
    school_year_id bigint not null references school_year,
    direction      text not null references risk_direction,
    act            text not null check (act in ('RECEIVED', 'CONFIRMED', 'CORRECTED', 'DISPUTED', 'DECIDED')),
    level          text not null check (level in ('UNKNOWN', 'LOW', 'MEDIUM', 'HIGH')),
    comment        text not null default '',
    person_id      bigint not null references person,
    recorded_at    timestamptz not null
);
create index risk_level_year on risk_level (school_year_id, id);

create table first_visit (
    school_year_id bigint primary key references school_year,
    visited_on     date not null,
    participants   text not null,
    report         text not null,
    person_id      bigint not null references person,
    recorded_at    timestamptz not null
);

-- Directions that a school wants to work on, and what its curator said to them; each time that they were sent.
create table risk_activation (
    id             bigint generated always as identity primary key,
    school_year_id bigint not null references school_year,
    sent_by        bigint not null references person,
    sent_on        date not null,
    sent_at        timestamptz not null,
    confirmed      boolean,                -- null: the curator has not answered
    comment        text not null default '',
    decided_by     bigint references person,
    decided_at     timestamptz
);
create index risk_activation_year on risk_activation (school_year_id, id);

create table risk_choice (
    activation_id bigint not null references risk_activation,
    direction     text not null references risk_direction,
    chosen        boolean not null,
    reason        text not null default '', -- why a direction of high risk was not chosen
    primary key (activation_id, direction)
);
