using System.CommandLine;

namespace EdgeVision.Service.Verbs;

/// <summary>`edgevision check`: everything that can be said of a configuration without running it.</summary>
internal static class CheckVerb
{
    public static Command Create()
    {
        var command = CommandTree.Verb("check", "Validates a device's configuration and says every error with its line.", "check --config /etc/edgevision/device.yaml");
        var config = new ConfigChoice(command);
        return command.Does((parsed, _) =>
        {
            if (config.Load(parsed) is not { IsValid: true } result)
            {
                return Task.FromResult(ExitCodes.Config);
            }

            var plan = result.Plan;
            Console.WriteLine($"{config.File(parsed).Name} is good: device {plan.DeviceId}, broker {plan.Mqtt.Host}:{plan.Mqtt.Port}, topics {plan.Mqtt.BaseTopic}/#");
            foreach (var camera in plan.Cameras)
            {
                Console.WriteLine($"  camera {camera.Lane.CameraId}: {camera.Source.Description} → {camera.Model.Model.Name}");
            }

            return Task.FromResult(ExitCodes.Ok);
        });
    }
}
