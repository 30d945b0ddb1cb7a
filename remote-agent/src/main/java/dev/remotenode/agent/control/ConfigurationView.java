package dev.remotenode.agent.control;

import dev.remotenode.agent.config.Inspection;
import dev.remotenode.control.message.Configuration;
import dev.remotenode.control.message.SettingInForce;

/** Settings as operators see them. None of them is a secret: keys are in files of their own. */
public final class ConfigurationView {

    private ConfigurationView() {}

    /** All settings. */
    public static Configuration of(Inspection inspection) {
        Configuration.Builder configuration = Configuration.newBuilder();
        inspection
                .inForce()
                .forEach(setting ->
                        configuration.addSettings(
                                SettingInForce.newBuilder()
                                        .setName(setting.name())
                                        .setValue(setting.value())
                                        .setSource(setting.source())
                                        .setMeaning(setting.meaning())));
        return configuration.build();
    }
}
