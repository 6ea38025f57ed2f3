-- A device belongs to one person: whoever registers it is found by it.
CREATE INDEX account_device_by_id ON account_device (device_id);
