using EdgeVision.Core.Faults;
using EdgeVision.Core.Operating;
using EdgeVision.Inference.Models;
using EdgeVision.Inference.Profiling;
using EdgeVision.Inference.Profiling.Tables;
using EdgeVision.Native;
using EdgeVision.Service.Composition.Offloading;
using EdgeVision.Service.Configuration.Plans;

namespace EdgeVision.Service.Doctor.Models;

/// <summary>On what each model will run, and why: the configured order, or what its operating table decides.</summary>
/// <param name="plan">The device's.</param>
/// <param name="store">Where its models are.</param>
/// <param name="tables">Gives the stored tables.</param>
internal sealed class OffloadCheck(DevicePlan plan, ModelStore store, Func<TableSource> tables) : ICheck
{
    public string Subject => "offload";

    public Task RunAsync(FindingList findings, CancellationToken cancellation)
    {
        foreach (var model in plan.Models.Values)
        {
            try
            {
                One(findings, model, store.Load(model.Model.Reference).Manifest);
            }
            catch (Exception failure) when (failure is FaultException or NativeLibraryException)
            {
                // The model's or the library's own line says it.
            }
        }

        return Task.CompletedTask;
    }

    private void One(FindingList findings, ModelPlan model, ModelManifest manifest)
    {
        var subject = $"offload {manifest.Name}";
        if (!plan.Accelerators.Any(static one => one.IsAuto) && plan.ForProcessor is { ThreadsAreGiven: true, Threads: var threads })
        {
            findings.Ok(subject, $"{string.Join(", then ", plan.Accelerators.Select(static one => one.Name.ToLowerInvariant()))}, as configured; the processor with {threads} thread{(threads == 1 ? "" : "s")}");
            return;
        }

        var found = tables().Find(manifest);
        if (found.Table is not { } table || OffloadDesk.Allowed(plan.Accelerators, table.Points).Count == 0)
        {
            findings.Add(new Finding(CheckState.Ok, subject, "not measured here yet: run measures at its first start, for about 2 s a point") { Details = found.Refusals });
            return;
        }

        var decision = OffloadChoice.Choose(OffloadDesk.Allowed(plan.Accelerators, table.Points), OffloadDesk.PolicyOf(plan.Accelerators), CameraDemands.Of(plan.Cameras, model));
        string[] details =
        [
            .. decision.RunnersUp.Select(static other => $"not {ProfileSamples.NameOf(other.Point)}: {other.Lost}"),
            .. table.Unusable.Select(static one => $"unusable {one.Key}: {one.Value}"),
        ];
        findings.Add(decision.MeetsDemand
            ? new Finding(CheckState.Ok, subject, decision.Why) { Details = details }
            : new Finding(CheckState.Warn, subject, decision.Why, "lower cameras.*.detect.fps.max, or take a smaller model") { Details = details });
    }
}
