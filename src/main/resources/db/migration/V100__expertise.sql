-- Rubrics: criteria with their levels. A published version never changes; a change is a new version.
create table rubric (
    id                      bigint generated always as identity primary key,
    code                    text not null,         -- such as 2022-stage-2
    version                 int not null,
    title                   text not null,
    stage                   int not null check (stage in (1, 2)),
    declared_content        int,                   -- maximum that the source declares for the part; null: it declares none
    declared_organisational int,
    source                  text not null,
    published_at            timestamptz,           -- null while it is a draft
    made_by                 bigint references person,
    unique (code, version)
);

create table criterion (
    id        bigint generated always as identity primary key,
    rubric_id bigint not null references rubric,
    code      text not null,
    part      text not null check (part in ('CONTENT', 'ORGANISATIONAL')),  -- content: of each school; organisational: of the region
    position  int not null,
    title     text not null,
    maximum   int not null check (maximum > 0),
    source    text not null,
    facts     text,                                -- what the system counts for a suggestion; null: nothing
    unique (rubric_id, code)
);

create table criterion_level (
    criterion_id bigint not null references criterion,
    points       int not null check (points >= 0),
    words        text,                             -- null: the source does not say
    primary key (criterion_id, points)
);

-- One region's check of one monitoring stage.
create table expertise (
    id                   bigint generated always as identity primary key,
    region_id            bigint not null references region,
    year                 int not null,
    stage                int not null check (stage in (1, 2)),
    rubric_id            bigint not null references rubric,      -- pinned when it starts
    decisions            text,                                   -- the engine's deployment whose decision tables are pinned
    status               text not null default 'SAMPLING'
        check (status in ('SAMPLING', 'ASSIGNING', 'CHECKING', 'RELEASING', 'RELEASED', 'LOCKED', 'CANCELLED')),
    sample_rule          text not null check (sample_rule in ('SHARE', 'COUNT')),
    sample_size          int not null check (sample_size > 0),   -- percent, or schools of each municipality
    by_risk              boolean not null,                       -- schools with more activated directions are drawn more often
    seed                 bigint not null,
    experts_per_school   int not null check (experts_per_school in (1, 2)),
    dispute_step         int not null check (dispute_step >= 0), -- points of one criterion; a larger difference goes to a third expert
    check_until          date not null,
    appeal_days          int not null check (appeal_days > 0),   -- calendar days from the release on
    opened_by            bigint not null references person,
    opened_at            timestamptz not null,
    released_at          timestamptz,
    appeals_until        date,
    locked_at            timestamptz,
    cancelled_reason     text,
    process_instance_id  text
);
create unique index expertise_of_a_stage on expertise (region_id, year, stage) where status <> 'CANCELLED';

-- From what a sample was drawn, as it was on that day.
create table expertise_candidate (
    expertise_id    bigint not null references expertise,
    school_id       bigint not null references school,
    school_year_id  bigint not null references school_year,
    municipality_id bigint not null references municipality,
    weight          int not null check (weight > 0),
    drawn           boolean not null,
    primary key (expertise_id, school_id)
);

-- The sample: schools that were drawn or added by hand; an excluded one stays with its reason.
create table expertise_school (
    id              bigint generated always as identity primary key,
    expertise_id    bigint not null references expertise,
    school_id       bigint not null references school,
    school_year_id  bigint not null references school_year,
    origin          text not null check (origin in ('DRAWN', 'ADDED')),
    reason          text,                          -- why it was added
    excluded_at     timestamptz,
    excluded_reason text,
    settled_at      timestamptz,                   -- its score is settled and accepted
    process_instance_id text,
    unique (expertise_id, school_id)
);

-- Experts from elsewhere who may be given schools of this sample, and nothing else.
create table expert_invitation (
    expertise_id bigint not null references expertise,
    person_id    bigint not null references person,
    reason       text not null,
    invited_by   bigint not null references person,
    invited_at   timestamptz not null,
    withdrawn_at timestamptz,
    primary key (expertise_id, person_id)
);

-- Declared by the expert or recorded by the coordinator: he never checks this school.
create table expert_conflict (
    id          bigint generated always as identity primary key,
    person_id   bigint not null references person,
    school_id   bigint not null references school,
    reason      text not null,
    declared_by bigint not null references person,
    declared_at timestamptz not null,
    withdrawn_at timestamptz
);
create unique index expert_conflict_of_a_school on expert_conflict (person_id, school_id) where withdrawn_at is null;

-- One expert's check of one school. 1 and 2 score all, 3 only what they dispute.
create table school_check (
    id                  bigint generated always as identity primary key,
    expertise_school_id bigint not null references expertise_school,
    number              int not null check (number in (1, 2, 3)),
    expert_id           bigint references person,  -- null: nobody could be found yet
    until               date not null,
    done_at             timestamptz,
    returned_at         timestamptz,               -- sent back and not done again
    return_comment      text,
    unique (expertise_school_id, number)
);
create index school_check_expert on school_check (expert_id);

create table check_score (
    check_id       bigint not null references school_check,
    criterion_id   bigint not null references criterion,
    points         int not null check (points >= 0),
    comment        text not null default '',
    suggested      int,                            -- what was suggested when it was scored; null: nothing
    facts          jsonb not null default '[]',    -- from what it was suggested, as it was then
    against_reason text,                           -- why the expert decided against the suggestion
    primary key (check_id, criterion_id)
);

-- Typical remarks to pick from.
create table typical_remark (
    id      bigint generated always as identity primary key,
    text    text not null unique,
    source  text not null,
    retired_at timestamptz
);

create table check_remark (
    id           bigint generated always as identity primary key,
    check_id     bigint not null references school_check,
    criterion_id bigint references criterion,
    typical_id   bigint references typical_remark, -- null: the expert's own words
    text         text not null
);
create index check_remark_check on check_remark (check_id);

-- What a school has, by criterion, once its checks are settled.
create table school_score (
    expertise_school_id bigint not null references expertise_school,
    criterion_id        bigint not null references criterion,
    points              int not null check (points >= 0),
    origin              text not null check (origin in ('ONE', 'AGREED', 'MEAN', 'THIRD', 'APPEAL')),
    primary key (expertise_school_id, criterion_id)
);

-- The organisational part of the region.
create table regional_score (
    expertise_id   bigint not null references expertise,
    criterion_id   bigint not null references criterion,
    points         int not null check (points >= 0),
    comment        text not null default '',
    suggested      int,
    facts          jsonb not null default '[]',
    against_reason text,
    scored_by      bigint not null references person,
    scored_at      timestamptz not null,
    primary key (expertise_id, criterion_id)
);

-- A school or the region answers a remark or a score; the first answer stays beside the second.
create table appeal (
    id                  bigint generated always as identity primary key,
    expertise_school_id bigint not null references expertise_school,
    remark_id           bigint references check_remark,
    criterion_id        bigint references criterion,
    words               text not null,
    filed_by            bigint not null references person,
    filed_at            timestamptz not null,
    points_before       int,
    changed             boolean,                   -- null until it is decided
    points_after        int,
    answer              text,
    decided_by          bigint references person,
    decided_at          timestamptz,
    check (remark_id is not null or criterion_id is not null)
);
create index appeal_school on appeal (expertise_school_id);

-- What the federal operator found, by criterion, with the letter that says so. A corrected entry replaces the one before.
create table federal_result (
    id           bigint generated always as identity primary key,
    region_id    bigint not null references region,
    year         int not null,
    stage        int not null check (stage in (1, 2)),
    criterion_id bigint not null references criterion,
    points       numeric(4, 1) not null check (points >= 0),
    comment      text not null default '',
    letter       text not null,                    -- number
    letter_on    date not null,
    entered_by   bigint not null references person,
    entered_at   timestamptz not null,
    replaced_at  timestamptz
);
create unique index federal_result_valid on federal_result (region_id, year, stage, criterion_id) where replaced_at is null;

alter table task_view add column only_for bigint references person; -- of those who hold the role, the one who may do it
create index task_view_only_for on task_view (only_for) where closed_at is null;
