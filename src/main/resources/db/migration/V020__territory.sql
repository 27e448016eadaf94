create table region (
    id        bigint generated always as identity primary key,
    code      text not null unique,       -- two digits of the region's official code
    name      text not null,
    time_zone text not null
);

create table municipality (
    id        bigint generated always as identity primary key,
    region_id bigint not null references region,
    name      text not null,
    unique (region_id, name)
);

create table school (
    id              bigint generated always as identity primary key,
    region_id       bigint not null references region,
    municipality_id bigint not null references municipality,
    code            text not null,        -- the school's login in the federal system
    name            text not null,
    settlement      text not null check (settlement in ('CITY', 'TOWN', 'VILLAGE')),
    unique (region_id, code)
);
create index school_municipality on school (municipality_id);

create table person (
    id        bigint generated always as identity primary key,
    region_id bigint references region,   -- null: the federation's people
    full_name text not null,
    email     text not null,
    phone     text
);
create unique index person_email on person (lower(email));
create index person_region on person (region_id);

create table appointment (
    id           bigint generated always as identity primary key,
    person_id    bigint not null references person,
    role         text not null,
    level        text not null check (level in ('FEDERATION', 'REGION', 'MUNICIPALITY', 'SCHOOL')),
    place_id     bigint not null,         -- of the level; 0 for the federation
    starts_on    date not null,
    ends_on      date,                    -- last day; null: until further notice
    order_number text,
    check (ends_on is null or ends_on >= starts_on)
);
create index appointment_person on appointment (person_id);
create index appointment_place on appointment (level, place_id, role);

-- Where a person is employed, apart from the roles of the programme (a curator works in a school of his own).
create table employment (
    person_id bigint not null references person,
    school_id bigint not null references school,
    primary key (person_id, school_id)
);
create index employment_school on employment (school_id);

create table conflict (
    school_id       bigint not null references school,
    other_school_id bigint not null references school,
    reason          text not null,
    primary key (school_id, other_school_id),
    check (school_id < other_school_id)
);

create table risk_direction (
    code     text primary key,
    position int not null,
    name     text not null
);
insert into risk_direction (code, position, name) values
    ('equipment',    1, 'Низкий уровень оснащения школы'),
    ('staff',        2, 'Дефицит педагогических кадров'),
    ('competence',   3, 'Недостаточная предметная и методическая компетентность педагогических работников'),
    ('disabilities', 4, 'Высокая доля обучающихся с ОВЗ'),
    ('language',     5, 'Низкое качество преодоления языковых и культурных барьеров'),
    ('motivation',   6, 'Низкая учебная мотивация обучающихся'),
    ('wellbeing',    7, 'Пониженный уровень школьного благополучия'),
    ('discipline',   8, 'Низкий уровень дисциплины в классе'),
    ('failing',      9, 'Высокая доля обучающихся с рисками учебной неуспешности'),
    ('parents',     10, 'Низкий уровень вовлечённости родителей');

create table activated_risk (
    school_id bigint not null references school,
    year      int not null,
    direction text not null references risk_direction,
    primary key (school_id, year, direction)
);
