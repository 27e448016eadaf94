create table review_round (
    id                  bigint generated always as identity primary key,
    region_id           bigint not null references region,
    municipality_id     bigint references municipality,   -- null: the whole region
    year                int not null,
    title               text not null,
    status              text not null check (status in ('PAIRING', 'RUNNING', 'FINISHED')),
    notice_until        date not null,
    exchange_until      date not null,
    meetings_from       date not null,
    meetings_to         date not null,
    meeting_until       date not null,
    final_until         date not null,
    process_instance_id text,
    approved_by         bigint references person,
    approved_at         timestamptz,
    finished_at         timestamptz
);
create index review_round_region on review_round (region_id);

create table round_school (
    round_id  bigint not null references review_round,
    school_id bigint not null references school,
    primary key (round_id, school_id)
);
create index round_school_school on round_school (school_id);

create table pairing_rule (
    round_id        bigint not null references review_round,
    kind            text not null check (kind in ('FIXED', 'FORBIDDEN', 'CONSENT')),
    school_id       bigint not null references school,
    other_school_id bigint not null references school,
    reason          text not null,
    recorded_by     bigint not null references person,
    primary key (round_id, kind, school_id, other_school_id),
    check (school_id < other_school_id)
);

create table review_circle (
    id                  bigint generated always as identity primary key,
    round_id            bigint not null references review_round,
    status              text not null check (status in ('PROPOSED', 'RUNNING', 'COMPLETED', 'DISSOLVED')),
    process_instance_id text,
    opened_at           timestamptz,      -- the partners see what was delivered from here on
    closed_at           timestamptz,
    dissolution_reason  text
);
create index review_circle_round on review_circle (round_id, status);

create table circle_side (
    circle_id         bigint not null references review_circle on delete cascade,
    school_id         bigint not null references school,
    position          int not null,       -- each side reviews the next one, the last the first
    contact_name      text,
    contact_phone     text,
    contact_email     text,
    confirmed_at      timestamptz,
    delivered_at      timestamptz,
    excused           boolean not null default false,   -- goes no further in this circle
    withdrawn         boolean not null default false,   -- left the programme
    prefilled_at      timestamptz,
    form_done_at      timestamptz,
    final_document_id bigint,
    final_made_at     timestamptz,
    uploaded_on       date,
    uploaded_under    text references risk_direction,
    upload_by         bigint references person,
    checked_at        timestamptz,
    checked_by        bigint references person,
    check_comment     text,
    placed            boolean not null default false,   -- after a dissolution: has found another circle or finished
    primary key (circle_id, school_id)
);
create index circle_side_school on circle_side (school_id);

create table circle_extension (
    circle_id bigint not null references review_circle on delete cascade,
    stage     text not null check (stage in ('NOTICE', 'EXCHANGE', 'MEETING', 'FINAL')),
    until     date not null,
    primary key (circle_id, stage)
);

create table recommendation (
    circle_id   bigint not null references review_circle,
    reviewer_id bigint not null references school,
    version     int not null,
    finished    boolean not null,
    content     jsonb not null,
    author_id   bigint not null references person,
    saved_at    timestamptz not null,
    primary key (circle_id, reviewer_id, version)
);

create table meeting_slot (
    circle_id  bigint not null references review_circle on delete cascade,
    starts_at  timestamptz not null,
    offered_by bigint references school,   -- null: offered by the calendar
    primary key (circle_id, starts_at)
);

create table slot_choice (
    circle_id bigint not null references review_circle on delete cascade,
    starts_at timestamptz not null,
    school_id bigint not null references school,
    primary key (circle_id, starts_at, school_id)
);

create table meeting (
    circle_id      bigint primary key references review_circle on delete cascade,
    sequence       int not null default 0,  -- of the calendar entry
    invited        boolean not null default false,
    starts_at      timestamptz not null,
    link           text not null default '',
    consent_by     bigint references person,
    consent_reason text,
    held_at        timestamptz,
    participants   text,
    minutes        text,
    video_link     text,
    recorded_at    timestamptz
);
