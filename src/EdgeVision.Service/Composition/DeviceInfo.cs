using System.Runtime.InteropServices;
using EdgeVision.Inference.Accelerators.Containment;
using EdgeVision.Inference.Accelerators.Hardware;
using EdgeVision.Messaging.Payloads;
using EdgeVision.Service.Composition.Offloading;
using EdgeVision.Service.Configuration.Plans;
using EdgeVision.Service.Verbs;

namespace EdgeVision.Service.Composition;

/// <summary>The `info` message: what the device is and what it runs.</summary>
internal static class DeviceInfo
{
    public static InfoV1 Of(DevicePlan plan, IReadOnlyCollection<ServedModel> models, WireStamp stamp) => new(stamp)
    {
        Name = plan.DeviceName,
        Version = VersionVerb.Version,
        Board = BoardName.Read(new SystemTree("/")) is { Length: > 0 } board ? board : "unknown",
        System = $"{RuntimeInformation.OSDescription} {RuntimeInformation.OSArchitecture}",
        Cameras = [.. plan.Cameras.Select(camera => new InfoCameraV1(camera.Lane.CameraId, camera.Source.Description, camera.Model.Model.Name))],
        Models = [.. models.Select(served => Model(served))],
        Accelerators = [.. models.SelectMany(Accelerators), .. models.SelectMany(Unusable)],
    };

    private static InfoModelV1 Model(ServedModel served)
    {
        var manifest = served.Model.Manifest;
        return new InfoModelV1(manifest.Name, manifest.Sha256, manifest.Input.Size.ToString(), ModelsInfoVerb.Lower(manifest.Precision));
    }

    /// <summary>Those that get frames, then those that were measured and lost.</summary>
    private static IEnumerable<InfoAcceleratorV1> Accelerators(ServedModel served)
    {
        var (plan, model) = (served.Plan, served.Model.Manifest.Name);
        var statuses = served.Accelerator.Statuses;
        foreach (var (planned, status) in plan.Order.Zip(statuses))
        {
            yield return new InfoAcceleratorV1(
                status.Name, status.Provider, status.Active, Reason(served, status), model, planned.Offer.IsProcessor ? planned.Point.Threads : null,
                RunMs(served, planned.Offer.Name, planned.Point.Threads));
        }

        foreach (var other in plan.Decision?.RunnersUp.Where(other => plan.Order.All(one => one.Point != other.Point)) ?? [])
        {
            var point = other.Point;
            yield return new InfoAcceleratorV1(
                point.Accelerator, Provider(served, point.Accelerator), false, other.Lost, model, point.Threads, Math.Round(other.Predicted.P50Ms, 2));
        }
    }

    private static IEnumerable<InfoAcceleratorV1> Unusable(ServedModel served) =>
        served.Plan.Unusable.Select(one => (Name: one.Key[..one.Key.LastIndexOf(" x", StringComparison.Ordinal)], Reason: one.Value))
            .Where(one => served.Plan.Order.All(planned => planned.Offer.Name != one.Name))
            .Select(one => new InfoAcceleratorV1(one.Name, one.Name, false, $"cannot be used: {one.Reason}", served.Model.Manifest.Name, null, null));

    private static string Reason(ServedModel served, AcceleratorStatus status)
    {
        var runs = status.Placement is { } placement ? $"; runs {placement}" : "";
        if (status.Fault is { } fault)
        {
            return $"{Spelled(status.State)}: {fault}";
        }

        if (status.Name == served.Plan.First.Offer.Name)
        {
            return status.Active ? served.Plan.Why + runs : $"{Spelled(status.State)}; then: {served.Plan.Why}";
        }

        if (status.State != AcceleratorState.Ready)
        {
            return Spelled(status.State);
        }

        return status.Active ? "serves while what stands before it does not" : served.Plan.Decision?.RunnersUp.FirstOrDefault(other => other.Point.Accelerator == status.Name)?.Lost ?? "stands by";
    }

    private static double? RunMs(ServedModel served, string accelerator, int threads)
    {
        var decision = served.Plan.Decision;
        var predicted = decision?.Chosen.Accelerator == accelerator && decision.Chosen.Threads == threads ? decision.Predicted
            : decision?.RunnersUp.FirstOrDefault(other => other.Point.Accelerator == accelerator && other.Point.Threads == threads)?.Predicted;
        return predicted is null ? null : Math.Round(predicted.P50Ms, 2);
    }

    private static string Provider(ServedModel served, string accelerator) =>
        served.Plan.Order.FirstOrDefault(one => one.Offer.Name == accelerator)?.Offer.Provider ?? accelerator;

    private static string Spelled(AcceleratorState state) => state.ToString().ToLowerInvariant();
}
