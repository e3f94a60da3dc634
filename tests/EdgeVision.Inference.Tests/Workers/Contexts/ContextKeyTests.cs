using EdgeVision.Imaging.Tensors;
using EdgeVision.Inference.Accelerators.Catalogue;
using EdgeVision.Inference.Tests.Fakes;
using EdgeVision.Inference.Workers.Contexts;
using EdgeVision.Inference.Workers.Protocol;
using EdgeVision.Testing;
using FsCheck;
using FsCheck.Fluent;

namespace EdgeVision.Inference.Tests.Workers.Contexts;

/// <summary>A key differs with whatever a compiled model depends on, and with nothing else.</summary>
public class ContextKeyTests
{
    private static readonly LoadOrder Order = new()
    {
        Model = new OrderedModel("tiny", "", "/nowhere/tiny.onnx", "aa", 3), Input = new OrderedInput("images", 64, 64, TensorLayout.Nchw, TensorElement.Float32),
        Outputs = [], Memory = new OrderedMemory("/dev/shm/none", 64, []), Provider = "Vendor",
        Contexts = new ContextPlan("/nowhere", CompiledForm.Context, new Dictionary<string, string>()),
    };

    [SkippableFact]
    public void Each_part_makes_another_key()
    {
        using var folder = new TempFolder();
        var (one, two) = (folder.Write("one.so", "1"), folder.Write("two.so", "2"));
        LoadOrder[] orders =
        [
            Order,
            Order with { Model = Order.Model with { Sha256 = "ab" } },
            Order with { Provider = "Other" },
            Order with { ProviderOptions = new Dictionary<string, string> { ["a"] = "b" } },
            Order with { ProviderOptions = new Dictionary<string, string> { ["a"] = "c" } },
            Order with { ConfigEntries = new Dictionary<string, string> { ["a"] = "b" } },
            Order with { ProviderLibrary = one },
            Order with { ProviderLibrary = two },
        ];
        Assert.Distinct(orders.Select(static order => Name(order, "driver 1")).Append(Name(Order, "driver 2")));
    }

    [SkippableFact]
    public void Threads_slots_and_the_place_of_the_model_make_none()
    {
        var other = Order with { Threads = 4, Spinning = true, Model = Order.Model with { Path = "/elsewhere" }, Memory = new OrderedMemory("/dev/shm/other", 128, []) };
        Assert.Equal(Name(Order, ""), Name(other, ""));
    }

    [SkippableFact]
    public void Options_have_one_key_in_any_order_and_no_text_of_theirs_passes_for_two()
    {
        Ort.Need();
        Prop.ForAll<string, string>((first, second) =>
        {
            var (a, b) = ("a" + first, "b" + second);
            var two = new Dictionary<string, string> { [a] = "x", [b] = "y" };
            var turned = new Dictionary<string, string> { [b] = "y", [a] = "x" };
            var joined = new Dictionary<string, string> { [a] = $"x\noption {b.Length} {b}\nis 1 y" };
            return Name(Order with { ProviderOptions = two }, "") == Name(Order with { ProviderOptions = turned }, "")
                && Name(Order with { ProviderOptions = two }, "") != Name(Order with { ProviderOptions = joined }, "");
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Drivers_are_told_by_kernel_and_module_version()
    {
        using var root = new TempFolder();
        root.Write("proc/sys/kernel/osrelease", "6.12.0\n");
        Assert.Equal("kernel 6.12.0", DriverFacts.Read(root.Path));
        root.Write("proc/driver/nvidia/version", "NVRM version: 570.1\nGCC\n");
        root.Write("sys/class/accel/accel0/device/driver/module/srcversion", "ABCD\n");
        root.Write("sys/class/accel/accel1/device/driver/module/srcversion", "ABCD\n");
        root.Write("sys/class/drm/card0/device/driver/module/version", "1.2\n");
        Assert.Equal("kernel 6.12.0; NVRM version: 570.1; 1.2; ABCD", DriverFacts.Read(root.Path));
    }

    [Fact]
    public void The_catalogue_says_how_to_keep_and_a_plug_in_is_asked()
    {
        Assert.Null(ContextPlan.For("/state", "CPU"));
        Assert.Null(ContextPlan.For("/state", "WebGPU"));
        Assert.Equal(CompiledForm.Context, ContextPlan.For("/state", "QNNExecutionProvider")!.Form);
        Assert.Equal(CompiledForm.Context, ContextPlan.For("/state", "SomeVendor")!.Form);
        Assert.Equal(("/state/contexts", CompiledForm.Folder), (ContextPlan.For("/state", "TensorRT")!.Folder, ContextPlan.For("/state", "TensorRT")!.Form));
    }

    private static string Name(LoadOrder order, string driver) => ContextKey.Of(Ort.Need(), order, driver).Name;
}
