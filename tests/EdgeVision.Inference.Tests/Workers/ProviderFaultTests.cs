using EdgeVision.Core.Faults;
using EdgeVision.Inference.Models;
using EdgeVision.Inference.Tests.Fakes;
using EdgeVision.Inference.Tests.Onnx;
using EdgeVision.Inference.Workers;
using EdgeVision.Testing;

namespace EdgeVision.Inference.Tests.Workers;

/// <summary>What ONNX Runtime itself says of a bad model or provider comes out with node, operator and stage.</summary>
public sealed class ProviderFaultTests : IDisposable
{
    private const int UInt16 = 4;

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [SkippableFact]
    public async Task An_operator_that_the_runtime_lacks_is_named_with_its_node()
    {
        var fault = await Refused(HandMade.Model(HandMade.Graph(Stem("FrobnicateQuickly"))));
        Assert.Equal(("stem", "FrobnicateQuickly"), (fault.Origin!.Node, fault.Origin.Operator));
        Assert.Equal((FaultCode.ModelUnreadable, FaultStage.Compile), (fault.Code, fault.Origin.Stage));
        Assert.Contains("operator FrobnicateQuickly at node stem", fault.What, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task An_operator_of_a_foreign_domain_is_named_with_its_node()
    {
        var foreign = Wire.Message(8, Wire.Text(1, "com.vendor"), Wire.Number(2, 1));
        var fault = await Refused(HandMade.Model(HandMade.Graph(Stem("Frobnicate", Wire.Text(7, "com.vendor"))), foreign));
        Assert.Equal(("stem", "Frobnicate"), (fault.Origin!.Node, fault.Origin.Operator));
    }

    [SkippableFact]
    public async Task A_type_for_which_the_runtime_has_no_kernel_is_named_with_its_node()
    {
        // The standard has it for 16 bits, the runtime's processor kernels do not.
        byte[] node = HandMade.Node(
            "BitShift", ["a", "a"], ["sum"], Wire.Text(3, "stem"), Wire.Message(5, Wire.Text(1, "direction"), Wire.Text(4, "LEFT"), Wire.Number(20, 3)));
        var fault = await Refused(HandMade.Model(Wire.Join([node, Value(11, "a"), Value(12, "sum")])));
        Assert.Equal(("stem", "BitShift", "NOT_IMPLEMENTED"), (fault.Origin!.Node, fault.Origin.Operator, fault.Origin.LibraryCode));
    }

    [SkippableFact]
    public async Task A_provider_that_was_not_built_in_is_missing()
    {
        var fault = await Refused(HandMade.Add(), WorkerRig.Plan with { Provider = "QNN" });
        Assert.Equal((FaultCode.AcceleratorMissing, FaultStage.Find, "QNN"), (fault.Code, fault.Origin!.Stage, fault.Origin.Provider));
    }

    [SkippableFact]
    public async Task A_runtime_library_that_is_not_there_is_missing()
    {
        var fault = await Refused(HandMade.Add(), WorkerRig.Plan with { RuntimeLibrary = "/nowhere/libonnxruntime.so.1" });
        Assert.Equal((FaultCode.LibraryMissing, FaultStage.Find), (fault.Code, fault.Origin!.Stage));
        Assert.Contains("/nowhere/libonnxruntime.so.1", fault.Tail, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_model_that_is_not_what_its_manifest_says_is_a_mismatch()
    {
        var fault = await Refused(HandMade.Add());
        Assert.Equal(FaultCode.ModelMismatch, fault.Code);
    }

    private static byte[] Stem(string operation, params byte[][] more) =>
        HandMade.Node(operation, ["a"], ["sum"], [Wire.Text(3, "stem"), .. more]);

    private static byte[] Value(int field, string name) => Wire.Message(
        field, Wire.Text(1, name), Wire.Message(2, Wire.Message(1, Wire.Number(1, UInt16), Wire.Message(2, Wire.Message(1, Wire.Number(1, 4))))));

    private async Task<Fault> Refused(byte[] model, WorkerPlan? plan = null)
    {
        Ort.Need();
        File.WriteAllBytes(_folder["tiny.onnx"], model);
        var verified = new VerifiedModel(Manifests.For(model), _folder["tiny.onnx"], model);
        var setup = new WorkerSetup { Command = WorkerRig.Fake("honest") };
        return await WorkerRig.Refused(new WorkerAcceleratorFactory(setup, TimeProvider.System).OpenAsync(verified, WorkerRig.Needs, plan ?? WorkerRig.Plan));
    }
}
