package io.fluxj.sops.key;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Tells, group by group and key by key, why the key of the data is out of reach. In the words and columns of sops. */
final class RecoveryReport {
    private static final int KEY_COLUMNS = 60;
    private static final int COLUMNS = 75;

    private RecoveryReport() {}

    static String of(List<GroupResult> results, int threshold) {
        String groups = IntStream.range(0, results.size())
                .mapToObj(i -> "Group " + i + ": " + group(results.get(i)))
                .collect(Collectors.joining("\n\n"));
        return "Failed to get the data key required to decrypt the SOPS file.\n\n" + groups + "\n\n"
                + WordWrap.of(trailer(results, threshold), COLUMNS);
    }

    private static String trailer(List<GroupResult> results, int threshold) {
        if (threshold == 0) {
            return "Recovery failed because no master key was able to decrypt the file. In order for SOPS to recover the"
                    + " file, at least one key has to be successful, but none were.";
        }
        long opened =
                results.stream().filter(GroupResult.Opened.class::isInstance).count();
        return "Recovery failed because the file was encrypted with a Shamir threshold of " + threshold + ", but only "
                + opened
                + " part(s) were successfully recovered, one for each successful key group. In order for SOPS to"
                + " recover the file, at least " + threshold
                + " groups have to be successful. In order for a group to be"
                + " successful, decryption has to succeed with any of the keys in that key group.";
    }

    private static String group(GroupResult result) {
        return switch (result) {
            case GroupResult.Opened opened -> "SUCCESS";
            case GroupResult.Failed failed ->
                "FAILED\n" + failed.failures().stream().map(RecoveryReport::key).collect(Collectors.joining("\n\n"));
        };
    }

    private static String key(GroupResult.Failure failure) {
        String problem = WordWrap.of(failure.problem(), KEY_COLUMNS).replace("\n", "\n      | ");
        return "  " + failure.key() + ": FAILED\n    - | " + problem;
    }
}
