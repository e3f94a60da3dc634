using EdgeVision.Capture.Sources;
using EdgeVision.Inference;
using EdgeVision.Inference.Models;
using EdgeVision.Native.Linux;
using EdgeVision.Native.OnnxRuntime;
using EdgeVision.Service.Composition;
using EdgeVision.Service.Composition.Offloading;
using EdgeVision.Service.Configuration.Plans;
using EdgeVision.Service.Doctor.Accelerators;
using EdgeVision.Service.Doctor.Broker;
using EdgeVision.Service.Doctor.Cameras;
using EdgeVision.Service.Doctor.Host;
using EdgeVision.Service.Doctor.Libraries;
using EdgeVision.Service.Doctor.Models;
using EdgeVision.Service.Doctor.Settings;

namespace EdgeVision.Service.Doctor;

/// <summary>Everything that the doctor looks at, in the order of its lines.</summary>
public static class Checkup
{
    private static readonly TimeSpan Watch = TimeSpan.FromSeconds(2);

    /// <summary>Rounds, one after another: accelerators and cameras would take the processor from the timed models, and from each other.</summary>
    public static IReadOnlyList<IReadOnlyList<ICheck>> Rounds(DoctorScope scope)
    {
        ArgumentNullException.ThrowIfNull(scope);
        var plan = scope.File.Result?.Plan;
        List<ICheck> first =
        [
            new ProgramCheck(),
            new BoardCheck(scope.Root),
            .. LibraryChecks.All(plan is null || plan.Cameras.Any(camera => camera.Source is not (SyntheticSpec or CommandSpec))),
            .. AcceleratorChecks.Reading(scope.Root),
            .. HostChecks(scope, plan),
            new DeviceFileCheck(scope.File),
            .. plan is null ? [] : new ICheck[] { new SecretsCheck(plan) },
            new ModelCheck(Models(scope, plan), scope.Store, plan?.ModelSigners, () => OrtLibrary.Load(), scope.Time),
            .. plan is null ? [] : new ICheck[]
            {
                new OffloadCheck(plan, scope.Store, () => OffloadDesk.Tables(plan.Accelerators, OrtLibrary.Load(), scope.Time)), new BrokerCheck(plan.Mqtt, scope.Time),
            },
        ];
        IReadOnlyList<ICheck> accelerators = [.. AcceleratorChecks.Trying(scope)];
        return plan is null ? [first, accelerators] : [first, accelerators, [new CameraCheck([.. plan.Cameras.Select(camera => Camera(camera, scope.Time))], Watch, scope.Time)]];
    }

    private static IEnumerable<ICheck> HostChecks(DoctorScope scope, DevicePlan? plan)
    {
        yield return new TemperatureCheck(scope.Root);
        yield return new ThrottlingCheck(scope.Root);
        yield return new ClockCheck(scope.Root, scope.Time, KernelClock.IsSynchronised);
        yield return new DiskCheck("state folder", ModelFolders.StateFolder(), needsWriting: true, FileSystemSpace.OfPath);
        yield return new DiskCheck("model folder", scope.Store.Folders.Pulled, needsWriting: true, FileSystemSpace.OfPath);
        yield return new DeviceAccessCheck(scope.Root, [.. (plan?.Cameras ?? []).Select(camera => camera.Source).OfType<DeviceSpec>().Select(device => device.Path)]);
    }

    private static IReadOnlyList<ModelToCheck> Models(DoctorScope scope, DevicePlan? plan)
    {
        if (plan is null)
        {
            return DefaultModel.Present(scope.Store) is { } name ? [new ModelToCheck(name, name, new DetectorOptions())] : [];
        }

        var accelerator = plan.ForProcessor;
        return [.. plan.Models.Values.Select(model => new ModelToCheck(
            model.Alias == model.Model.Name ? model.Alias : $"{model.Alias} ({model.Model.Name})",
            model.Model.Reference,
            new DetectorOptions { Score = (float?)model.Score, Nms = (float?)model.Nms, Threads = accelerator.Threads, Spinning = accelerator.Spinning }))];
    }

    private static CameraToCheck Camera(CameraPlan camera, TimeProvider time)
    {
        var connect = CameraKinds.Connector(camera.Lane.CameraId, camera.Source, camera.Capture, camera.PasswordFile, time);
        var check = new CameraToCheck(camera.Lane.CameraId, camera.Capture.Timeout, connect, camera.Source is DeviceSpec);
        return camera.Source switch
        {
            NetworkSpec => check,
            DeviceSpec device => check with { Remedy = $"plug the camera in anew; see what it offers: ffmpeg -f v4l2 -list_formats all -i {device.Path}" },
            CommandSpec command => check with { Remedy = $"run the command by hand and see what it says: {command.Options.Command[0]} …" },
            SyntheticSpec => check with { Remedy = "this device is too busy, or too slow for its size: source: synthetic:street?size=320x192" },
            _ => check with { Remedy = "this device is too busy, or the disk too slow" },
        };
    }
}
