package io.fluxj.kustomize.load;

import io.fluxj.archive.Digest;
import io.fluxj.archive.DigestAlgorithm;
import io.fluxj.kustomize.BuildException;
import io.fluxj.kustomize.Limits;
import io.fluxj.kustomize.yaml.Bounds;
import java.util.SortedMap;
import java.util.TreeMap;

/** Notes what one build reads, and stops it when that becomes too much. */
public final class InputLog {

    private static final String ABSENT = "absent";

    private final Limits limits;
    private final TreeMap<String, String> inputs = new TreeMap<>();
    private long bytes;
    private int objects;
    private int kustomizations;

    public InputLog(Limits limits) {
        this.limits = limits;
    }

    /** How large a single file may be now. */
    long allowance() {
        return Math.min(limits.fileBytes(), limits.totalBytes() - bytes);
    }

    void read(String path, byte[] content) {
        bytes += content.length;
        inputs.put(path, Digest.of(DigestAlgorithm.SHA256, content).toString());
    }

    void missing(String path) {
        inputs.putIfAbsent(path, ABSENT);
    }

    /** Counts objects that were read. */
    public void countObjects(int more) {
        objects += more;
        if (objects > limits.documents()) {
            throw BuildException.because("the build reads more than " + limits.documents() + " objects")
                    .hint("split it into several builds");
        }
    }

    /** Counts a kustomization that is accumulated. */
    public void countKustomization() {
        if (++kustomizations > limits.kustomizations()) {
            throw BuildException.because(
                            "the build accumulates more than " + limits.kustomizations() + " kustomizations")
                    .hint("split it into several builds");
        }
    }

    /** Bounds of one document. */
    public Bounds bounds() {
        return new Bounds(limits.nodes(), limits.depth());
    }

    /** Path to digest of everything read so far. */
    public SortedMap<String, String> inputs() {
        return new TreeMap<>(inputs);
    }
}
