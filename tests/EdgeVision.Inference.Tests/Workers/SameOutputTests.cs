using EdgeVision.Core.Faults;
using EdgeVision.Inference.Accelerators;
using EdgeVision.Inference.Models;
using EdgeVision.Inference.Sessions;
using EdgeVision.Inference.Tests.Fakes;
using EdgeVision.Inference.Workers;
using EdgeVision.Native.OnnxRuntime;
using EdgeVision.Testing;

namespace EdgeVision.Inference.Tests.Workers;

/// <summary>A worker gives what the same model gives in this process, byte for byte.</summary>
public class SameOutputTests
{
    [SkippableFact]
    public async Task The_programs_worker_gives_the_very_outputs_of_the_process_itself()
    {
        var library = Ort.Need();
        var model = RealModels.Need(ShippedModel.NameOfAny());
        var needs = model.Manifest.Decoder.Create(model.Manifest.Input.Size, model.Manifest.Classes.Count).Outputs;
        using var session = InferenceSession.Open(library, model, needs, new OrtSessionOptions());
        using var here = new CpuAccelerator(model.Manifest.Name, session, 2, TimeProvider.System);
        var opening = await Open(model, needs);
        Assert.True(opening.Fault is null, $"{opening.Fault} {opening.Fault?.Tail}");
        using var there = opening.Accelerator!;
        for (var round = 0; round < 3; round++)
        {
            for (var slot = 0; slot < 2; slot++)
            {
                new Random((round * 2) + slot).NextBytes(here.Input(slot).Bytes);
                Tame(here.Input(slot));
                here.Input(slot).Bytes.CopyTo(there.Input(slot).Bytes);
            }

            var runs = new[] { there.Submit(0).AsTask(), there.Submit(1).AsTask(), here.Submit(0).AsTask(), here.Submit(1).AsTask() };
            Assert.All(await Task.WhenAll(runs), outcome => Assert.True(outcome.Ok, $"{outcome.Fault}"));
            for (var slot = 0; slot < 2; slot++)
            {
                for (var output = 0; output < needs.Count; output++)
                {
                    Assert.True(here.Outputs(slot).Floats(output).SequenceEqual(there.Outputs(slot).Floats(output)), $"round {round}, slot {slot}, output {output}");
                }
            }

            Assert.False(there.Outputs(0).Floats(0).SequenceEqual(there.Outputs(1).Floats(0)));
        }
    }

    [SkippableFact]
    public async Task A_file_changed_since_it_was_verified_is_refused()
    {
        Ort.Need();
        using var folder = new TempFolder();
        File.WriteAllBytes(folder["tiny.onnx"], [1, 2, 4]);
        var model = WorkerRig.NoModel with { Path = folder["tiny.onnx"] };
        var fault = await WorkerRig.Refused(Open(model, WorkerRig.Needs));
        Assert.Equal((FaultCode.ModelMismatch, FaultStage.Load), (fault.Code, fault.Origin!.Stage));
    }

    private static Task<WorkerOpening> Open(VerifiedModel model, IReadOnlyList<Inference.Decoding.OutputNeed> needs) =>
        new WorkerAcceleratorFactory(new WorkerSetup { Command = WorkerRig.Program }, TimeProvider.System).OpenAsync(model, needs, WorkerRig.Plan);

    /// <summary>Random bytes as floats are mostly NaN or enormous; a picture's values are 0..255.</summary>
    private static void Tame(NativeTensor tensor)
    {
        if (tensor.ElementType == TensorElementType.Float32)
        {
            var random = new Random(tensor.Bytes[0]);
            foreach (ref var value in tensor.AsFloats())
            {
                value = random.Next(256);
            }
        }
    }
}
