package io.fluxj.helm.release;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Secrets or ConfigMaps of one namespace. Every method may fail with whatever the cluster's client throws. */
public interface RecordStore {

    Optional<StoredRecord> find(String name);

    /** Those that have all of these labels. */
    List<StoredRecord> list(Map<String, String> labels);

    /** Stores a new one, which must not be there. */
    void create(StoredRecord stored);

    /** Replaces one, labels too. */
    void update(StoredRecord stored);

    void delete(String name);
}
