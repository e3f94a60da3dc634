using EdgeVision.Core.Faults;
using EdgeVision.Inference;
using EdgeVision.Inference.Models;
using EdgeVision.Inference.Models.Signing;
using EdgeVision.Native.OnnxRuntime;
using EdgeVision.Service.Configuration.Plans;

namespace EdgeVision.Service.Composition;

/// <summary>Loads each model of a plan once. A model that cannot be used is a fault; the others work.</summary>
internal sealed class Detectors : IDisposable
{
    private readonly Dictionary<string, (Detector? Detector, ModelManifest? Manifest, Fault? Fault)> _byAlias = new(StringComparer.Ordinal);

    public Detectors(DevicePlan plan, ModelStore store, TimeProvider time)
    {
        var factory = new DetectorFactory(OrtLibrary.Load(), time);
        using var keys = plan.ModelSigners is { } signers ? TrustedKeys.Load(signers) : null;
        foreach (var (alias, model) in plan.Models)
        {
            _byAlias[alias] = Open(factory, store, keys, model, plan.ForProcessor);
        }
    }

    public Fault? FaultOf(ModelPlan model) => _byAlias[model.Alias].Fault;

    public Detector? Of(ModelPlan model) => _byAlias[model.Alias].Detector;

    /// <summary>The manifests of the models that work.</summary>
    public IEnumerable<ModelManifest> Manifests => _byAlias.Values.Select(entry => entry.Manifest).OfType<ModelManifest>();

    public void Dispose()
    {
        foreach (var (detector, _, _) in _byAlias.Values)
        {
            detector?.Dispose();
        }
    }

    private static (Detector? Detector, ModelManifest? Manifest, Fault? Fault) Open(
        DetectorFactory factory, ModelStore store, TrustedKeys? keys, ModelPlan plan, AcceleratorPlan accelerator)
    {
        try
        {
            var model = store.Load(plan.Model.Reference);
            if (keys?.Refusal(model.Manifest) is { } refusal)
            {
                return (null, null, refusal);
            }

            var detector = factory.Open(model, new DetectorOptions
            {
                Score = (float?)plan.Score, Nms = (float?)plan.Nms, Threads = accelerator.Threads, Spinning = accelerator.Spinning,
            });
            return (detector, model.Manifest, null);
        }
        catch (FaultException failure)
        {
            return (null, null, failure.Fault);
        }
    }
}
