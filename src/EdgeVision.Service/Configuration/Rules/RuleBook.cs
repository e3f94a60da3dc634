namespace EdgeVision.Service.Configuration.Rules;

/// <summary>Every rule of a device file. What one option can say about itself stands at the option, as an attribute.</summary>
internal static class RuleBook
{
    public static IReadOnlyList<IConfigRule> All { get; } =
    [
        new TimezoneIsKnown(),
        new BrokerHostIsBare(),
        new BaseTopicIsLegal(),
        new BrokerFilesArePresent(),
        new BrokerLoginIsWhole(),
        new ReconnectIsOrdered(),
        new ModelsArePresent(),
        new ModelsAreSigned(),
        new AcceleratorsAgree(),
        new ProvidersAreKnown(),
        new CameraIdsDiffer(),
        new SourcesAreReadable(),
        new CameraLoginIsWhole(),
        new FpsIsOrdered(),
        new CameraModelIsListed(),
        new ObjectsAreLabels(),
    ];
}
