using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using EdgeVision.Native.OnnxRuntime;
using EdgeVision.Testing;

namespace EdgeVision.Native.Tests.OnnxRuntime;

public sealed partial class SurfaceTests
{
    [Fact]
    public void The_surface_page_and_the_code_list_the_same_functions_at_the_same_slots()
    {
        var page = File.ReadAllText(Repository.PathOf("src", "EdgeVision.Native", "surface.yaml"));
        var listed = SlotLine().Matches(page).Select(match => (
            Name: match.Groups["name"].Value,
            Slot: int.Parse(match.Groups["slot"].Value, CultureInfo.InvariantCulture)));

        Assert.Equal(Coded().OrderBy(entry => entry.Slot), listed.OrderBy(entry => entry.Slot));
    }

    [Fact]
    public void No_two_functions_share_a_slot()
    {
        Assert.Distinct(Coded().Select(entry => entry.Slot));
    }

    /// <summary>Sizes of earlier API versions that ONNX Runtime's own source asserts at compile time (onnxruntime_c_api.cc).</summary>
    [Theory]
    [InlineData("ReleaseModelMetadata", 118)]
    [InlineData("AddFreeDimensionOverrideByName", 124)]
    [InlineData("ReleaseAvailableProviders", 126)]
    [InlineData("SetGlobalSpinControl", 149)]
    public void Slots_agree_with_the_sizes_that_the_library_asserts_about_itself(string function, int slot)
    {
        Assert.Contains((function, slot), Coded());
    }

    [Fact]
    public void Calls_past_the_oldest_table_stop_at_a_library_that_lacks_them()
    {
        var table = Activator.CreateInstance(Internal("OrtTable"), (nint)0, "1.17.3", 17);
        var libraries = Activator.CreateInstance(Internal("ProviderLibraries"), table, null)!;

        var error = Assert.Throws<TargetInvocationException>(
            () => libraries.GetType().GetMethod("Register")!.Invoke(libraries, ["npu", "/no/such/libnpu.so"]));
        var refusal = Assert.IsType<OrtException>(error.InnerException);
        Assert.Equal(OrtErrorCode.NotImplemented, refusal.Code);
        Assert.Contains("this ONNX Runtime (1.17.3) has no plug-in providers: 1.22 or later is needed", refusal.Text, StringComparison.Ordinal);
        Assert.Empty((IReadOnlyList<OrtProviderDevice>)libraries.GetType().GetMethod("Devices")!.Invoke(libraries, [])!);
    }

    private static Type Internal(string name) =>
        typeof(OrtLibrary).Assembly.GetType($"EdgeVision.Native.OnnxRuntime.{name}", throwOnError: true)!;

    private static List<(string Name, int Slot)> Coded()
    {
        var slots = Internal("OrtSlot");
        return [.. Enum.GetValues(slots).Cast<object>().Select(slot => (slot.ToString()!, (int)slot))];
    }

    [GeneratedRegex(@"^    - \{slot: (?<slot>\d+), name: (?<name>\w+), note: ""[^""]+""\}$", RegexOptions.Multiline)]
    private static partial Regex SlotLine();
}
