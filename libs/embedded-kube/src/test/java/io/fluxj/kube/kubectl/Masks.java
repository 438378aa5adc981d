package io.fluxj.kube.kubectl;

/** Puts out of sight what differs from run to run: names that were made up, ids, addresses, times, ages and versions. */
record Masks(String namespace, String folder) {
    String applied(String text) {
        return text.replace(namespace, "{ns}")
                .replace(folder, "<folder>")
                .replaceAll("(https://)?127\\.0\\.0\\.1:\\d+", "<server>")
                .replaceAll("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", "<uid>")
                .replaceAll("\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?(Z| \\+0000( UTC)?)", "<time>")
                .replaceAll("(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \\d\\d \\w+ \\d{4} \\d\\d:\\d\\d:\\d\\d \\+0000", "<time>")
                .replaceAll("([rR]esource ?[vV]ersion\"?: *\"?)\\d+", "$1<version>")
                .replaceAll("\\b10\\.(96|0)\\.\\d+\\.\\d+", "<ip>")
                .replaceAll("/tmp/[A-Za-z0-9_./-]+", "<file>")
                .replaceAll("(?m)(?<=[\\s(])(\\d+d)?(\\d+h)?(\\d+m)?(\\d+s)?(?<=[dhms])(?=[\\s)]|$)", "<age>")
                .replaceAll("<invalid>", "<age>")
                // HTTP/1.1 and HTTP/2 end a stream differently, which a client that stops waiting may notice.
                .replaceAll("(?m)^[EWI]\\d{4} .*reflector\\.go.*\\n", "")
                .replaceAll("[EWI]\\d{4} \\d\\d:\\d\\d:\\d\\d\\.\\d{6} +\\d+ ", "<log> ")
                .replaceAll("patch: Invalid value: \"\\{.*\\}\":", "patch: Invalid value: <object>:")
                .replaceAll("@@ -\\S+ \\+\\S+ @@", "@@")
                .replaceAll(" +", " ")
                .replaceAll("(?m)[ \\t]+$", "");
    }
}
