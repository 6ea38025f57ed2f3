-- Up to where people's habits have been looked for. Once by the words alone, and again when it is known what these mean;
-- whoever locks a row is the one who goes on.
CREATE TABLE habit_position (
    by_meaning boolean PRIMARY KEY,
    position   bigint  NOT NULL
);
INSERT INTO habit_position VALUES (false, 0), (true, 0);
