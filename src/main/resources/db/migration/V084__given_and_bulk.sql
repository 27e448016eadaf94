-- To whom a coordinator gave a task by name, among several who hold the role; and for whom a closed one was done.
alter table task_view add column given_to bigint references person, add column closed_for bigint references person;

-- One thing done to many tasks. First it is prepared and shown, then confirmed and done task by task.
create table bulk_run (
    id           bigint generated always as identity primary key,
    action       text not null,
    parameters   jsonb not null,
    prepared_by  bigint not null references person,
    prepared_at  timestamptz not null,
    confirmed_at timestamptz,              -- null: only shown so far
    finished_at  timestamptz               -- null after the confirmation: was interrupted, can be continued
);

create table bulk_item (
    run_id  bigint not null references bulk_run,
    place   int not null,                  -- in the order of the selection
    task_id text not null references task_view,
    done    boolean,                       -- null: not reached yet; false: could not be done
    words   text,                          -- what was changed, or why it was not
    primary key (run_id, place)
);
