package io.fluxj.helmrelease.action;

import io.fluxj.runtime.reconcile.Reason;

/** What is to be done next. */
public sealed interface Decision {

    /** An action. */
    record Act(ReleaseStep step) implements Decision {}

    /** Nothing: all is as it should be, or as it may stay. */
    record Rest() implements Decision {}

    /** Nothing, until somebody changes the object. */
    record GiveUp(Reason reason, String message) implements Decision {}
}
