package io.fluxj.apply.memory;

import io.fluxj.apply.ObjectRef;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What is remembered of the objects of one owner, in as few bytes as that takes: some numbers for each, in the order of their keys. */
final class AppliedSet {
    static final AppliedSet EMPTY = new AppliedSet(new long[0]);

    private static final int STRIDE = 9;
    private static final int MANIFEST = 2;
    private static final int FINGERPRINT = 4;
    private static final int CONTENT = 6;
    private static final int ASKED = 8;
    private static final long SECOND = 1_000_000_000L;
    private static final long LOW = 0xffff_ffffL;

    private final long[] numbers;

    private AppliedSet(long[] numbers) {
        this.numbers = numbers;
    }

    private record Entry(Hash key, Applied applied) {}

    static AppliedSet of(Map<ObjectRef, Applied> objects) {
        List<Entry> entries = objects.entrySet().stream()
                .map(object -> new Entry(Hash.of(object.getKey()), object.getValue()))
                .sorted(Comparator.comparing(Entry::key))
                .toList();
        long[] numbers = new long[entries.size() * STRIDE];
        for (int i = 0; i < entries.size(); i++) {
            write(numbers, i * STRIDE, entries.get(i));
        }
        return new AppliedSet(numbers);
    }

    private static void write(long[] numbers, int at, Entry entry) {
        Applied applied = entry.applied();
        put(numbers, at, entry.key());
        put(numbers, at + MANIFEST, applied.manifest());
        put(numbers, at + FINGERPRINT, applied.look().fingerprint());
        put(numbers, at + CONTENT, applied.content());
        // seconds are exact enough, and leave room for the other one
        numbers[at + ASKED] =
                (applied.asked() / SECOND) << Integer.SIZE | (applied.look().applied() & LOW);
    }

    private static void put(long[] numbers, int at, Hash hash) {
        numbers[at] = hash.high();
        numbers[at + 1] = hash.low();
    }

    int size() {
        return numbers.length / STRIDE;
    }

    /** The keys of all objects. */
    Stream<Hash> keys() {
        return Stream.iterate(0, at -> at < numbers.length, at -> at + STRIDE).map(this::hash);
    }

    /** What is remembered of the object with this key. */
    Optional<Applied> find(Hash key) {
        int low = 0;
        int high = size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = hash(middle * STRIDE).compareTo(key);
            if (order == 0) {
                return Optional.of(applied(middle * STRIDE));
            }
            low = order < 0 ? middle + 1 : low;
            high = order < 0 ? high : middle - 1;
        }
        return Optional.empty();
    }

    private Applied applied(int at) {
        return new Applied(
                hash(at + MANIFEST),
                new Look(hash(at + FINGERPRINT), (int) numbers[at + ASKED], Look.UNKNOWN),
                hash(at + CONTENT),
                (numbers[at + ASKED] >> Integer.SIZE) * SECOND);
    }

    private Hash hash(int at) {
        return new Hash(numbers[at], numbers[at + 1]);
    }
}
