-- Issues from before had no stories: they keep what they told under the names of then, and have the parts of today empty,
-- so that their addresses go on answering in one shape.
UPDATE digest SET body = substr(body, 1, length(body) - 1) || ',"lead":null,"stories":[],"also":[],"older":null,"next":{"also":null,"visits":null,"quotes":null,"figures":null}}' WHERE body NOT LIKE '%"stories":[%';
