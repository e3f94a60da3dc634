using EdgeVision.Capture;
using EdgeVision.Capture.Sources;
using EdgeVision.Capture.Synthetic;
using EdgeVision.Core.Operating;
using EdgeVision.Service.Configuration.Plans;

namespace EdgeVision.Service.Composition.Offloading;

/// <summary>What the cameras of a model ask of an accelerator.</summary>
internal static class CameraDemands
{
    // A camera that does not say how fast it is: most deliver 10 to 25, and a detector needs fewer.
    private const double UsualFps = 15;

    public static IReadOnlyList<CameraDemand> Of(IEnumerable<CameraPlan> cameras, ModelPlan model) =>
    [
        .. cameras.Where(camera => camera.Model == model)
            .Select(static camera => new CameraDemand(camera.Lane.CameraId, FpsOf(camera), camera.Lane.Deadline)),
    ];

    private static double FpsOf(CameraPlan camera)
    {
        var (isEndless, delivered) = camera.Source is SyntheticSpec drawn && CameraKinds.Street(drawn, camera.Capture) is var street
            ? (street.Pace == StreetPace.Fast, street.FramesPerSecond)
            : (camera.Capture.Pace == CapturePace.Asap, camera.Capture.Fps ?? UsualFps);
        return isEndless ? double.PositiveInfinity : Math.Min(delivered, camera.Lane.MaxFramesPerSecond);
    }
}
