package io.fluxj.runtime.scripted;

import io.fluxj.runtime.options.ControllerOptions;
import io.fluxj.runtime.options.SharedOptions;
import java.util.Map;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Flags of a controller that has no flags of its own but the one every controller has. */
public final class ScriptedOptions implements ControllerOptions {
    @Mixin
    private SharedOptions shared = new SharedOptions(Map.of("SomeGate", false));

    @Option(names = "--concurrent", defaultValue = "4")
    private int concurrent;

    @Override
    public SharedOptions shared() {
        return shared;
    }

    @Override
    public int concurrent() {
        return concurrent;
    }
}
