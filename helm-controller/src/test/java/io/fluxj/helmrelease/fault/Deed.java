package io.fluxj.helmrelease.fault;

/** What a controller is made to do, each with hooks, and from what. */
enum Deed {
    INSTALL("", "values: {msg: one, hooks: {pre-install: Succeeded, post-install: Succeeded}, more: {extra: none}}"),
    UPGRADE(
            "values: {msg: one, more: {extra: none}}",
            "values: {msg: two, hooks: {pre-upgrade: Succeeded, post-upgrade: Succeeded}, more: {other: none}}"),
    ROLLBACK(
            "values: {msg: one, hooks: {pre-rollback: Succeeded, post-rollback: Succeeded}}",
            "upgrade: {remediation: {remediateLastFailure: true}}, values: {msg: two, bad: true, hooks: {}}"),
    REMEDIATION_BY_UNINSTALL(
            "",
            "install: {remediation: {remediateLastFailure: true}}, values: {bad: true, hooks: {pre-delete: Succeeded, post-delete: Succeeded}}"),
    TEST("", "test: {enable: true}, values: {tests: {good: Succeeded, better: Succeeded}}"),
    CLIENT_SIDE(
            "",
            "install: {serverSideApply: false}, values: {msg: one, hooks: {pre-install: Succeeded}, more: {extra: none}}"),
    UNINSTALL("values: {hooks: {pre-delete: Succeeded, post-delete: Succeeded}, more: {extra: none}}", "");

    private final String before;
    private final String wanted;

    Deed(String before, String wanted) {
        this.before = before;
        this.wanted = wanted;
    }

    /** The spec that was handled before; empty when there was none. */
    String before() {
        return before;
    }

    /** The spec that is to be handled; empty when the object is to be deleted. */
    String wanted() {
        return wanted;
    }
}
