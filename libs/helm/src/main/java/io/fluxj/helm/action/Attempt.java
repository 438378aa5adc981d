package io.fluxj.helm.action;

import io.fluxj.helm.HelmException;

/** Runs an action, all of whose failures become {@link ActionException}s. */
final class Attempt {
    private Attempt() {}

    /** What an action does. */
    interface Body<T> {
        T run() throws InterruptedException;
    }

    static <T> T of(Body<T> body) {
        try {
            return body.run();
        } catch (HelmException e) {
            throw new ActionException(String.valueOf(e.getMessage()), new ActionFailure.Rendering(), null, e);
        } catch (ClusterException e) {
            throw e.asFailure();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw interrupted(e);
        } catch (RuntimeException e) {
            throw Thread.currentThread().isInterrupted() ? interrupted(e) : e;
        }
    }

    /** Also where a request was under way, whose end then looks like a refusal. */
    private static ActionException interrupted(Exception cause) {
        return new ActionException("interrupted", new ActionFailure.Cancelled(), null, cause);
    }
}
