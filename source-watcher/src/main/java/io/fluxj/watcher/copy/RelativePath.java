package io.fluxj.watcher.copy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

/** Paths below a root, with {@code /} between their parts. */
final class RelativePath {
    /** What file systems allow; see limits.h of Linux. */
    private static final int LONGEST_PART = 255;

    private static final int LONGEST = 4000;

    private RelativePath() {}

    /**
     * The path without {@code .}, {@code ..} and empty parts; empty for the root itself.
     *
     * @throws CopyException when it leads out of the root, or no file can have it
     */
    static String clean(String path) throws CopyException {
        if (path.startsWith("/") || path.indexOf('\0') >= 0 || path.length() > LONGEST) {
            throw new CopyException("path '" + shown(path) + "' is not a path below the root");
        }
        Deque<String> parts = new ArrayDeque<>();
        for (String part : path.split("/", -1)) {
            if (part.equals("..") && parts.pollLast() == null) {
                throw new CopyException("path '" + shown(path) + "' leads out of the root");
            }
            if (!part.equals("..") && !part.equals(".") && !part.isEmpty()) {
                parts.addLast(checked(part));
            }
        }
        return String.join("/", parts);
    }

    private static String checked(String part) throws CopyException {
        if (part.getBytes(StandardCharsets.UTF_8).length > LONGEST_PART) {
            throw new CopyException("file name '" + shown(part) + "' is longer than " + LONGEST_PART + " bytes");
        }
        return part;
    }

    /** One path below another; either may be empty. */
    static String join(String parent, String child) {
        if (parent.isEmpty() || child.isEmpty()) {
            return parent + child;
        }
        return parent + "/" + child;
    }

    /** The last part. */
    static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** Without the last part; empty for none. */
    static String parent(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }

    private static String shown(String path) {
        return path.length() <= 120 ? path : path.substring(0, 120) + "...";
    }
}
