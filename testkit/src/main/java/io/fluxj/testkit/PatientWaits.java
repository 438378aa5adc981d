package io.fluxj.testkit;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Lets every wait of every test that says nothing else last for up to two minutes instead of Awaitility's ten seconds: how long something takes on a busy
 * machine says nothing about it.
 */
public final class PatientWaits implements LauncherSessionListener {
    private static final Duration MOST = Duration.ofMinutes(2);

    /** Made by JUnit, which finds it on the class path. */
    public PatientWaits() {}

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        Awaitility.setDefaultTimeout(MOST);
    }
}
