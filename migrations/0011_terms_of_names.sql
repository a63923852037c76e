-- The words of people, visits and engagements as their indexes have them, so that a misspelt name or town can be answered
-- with one on record. They hold nothing of their own.
CREATE VIRTUAL TABLE person_terms USING fts5vocab (person_index, col);
CREATE VIRTUAL TABLE visit_terms USING fts5vocab (visit_index, col);
CREATE VIRTUAL TABLE engagement_terms USING fts5vocab (engagement_index, col);
