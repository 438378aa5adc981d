package io.fluxj.sops.tree;

import java.util.ArrayList;
import java.util.List;

/**
 * Where a value or comment stands.
 *
 * @param path keys from the root; positions in lists are not told
 * @param comments for each open map and list the comments right before the current entry, itself included if it is one
 * @param comment whether a comment stands there
 */
public record Place(List<String> path, List<List<String>> comments, boolean comment) {
    /** As sops authenticates it. */
    public String text() {
        return String.join(":", path) + ":";
    }

    /** The comments without the one that stands there. */
    public List<List<String>> commentsBefore() {
        if (!comment) {
            return comments;
        }
        List<List<String>> before = new ArrayList<>(comments);
        List<String> last = before.removeLast();
        before.add(last.subList(0, last.size() - 1));
        return before;
    }
}
