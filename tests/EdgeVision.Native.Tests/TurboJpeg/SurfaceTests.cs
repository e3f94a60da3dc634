using System.Reflection;
using System.Text.RegularExpressions;
using EdgeVision.Native.TurboJpeg;
using EdgeVision.Testing;

namespace EdgeVision.Native.Tests.TurboJpeg;

public sealed partial class SurfaceTests
{
    [Fact]
    public void The_surface_page_and_the_code_list_the_same_functions()
    {
        var page = File.ReadAllText(Repository.PathOf("src", "EdgeVision.Native", "surface.yaml"));
        var listed = FunctionLine().Matches(page).Select(static match => match.Groups["name"].Value);
        var table = typeof(TurboJpegLibrary).Assembly.GetType("EdgeVision.Native.TurboJpeg.Libturbojpeg", throwOnError: true)!;
        var coded = table.GetFields(BindingFlags.Instance | BindingFlags.NonPublic)
            .Select(static field => field.Name)
            .Where(static name => name.StartsWith("tj", StringComparison.Ordinal));
        var checkedAtLoad = (string[])table.GetField("Names", BindingFlags.Static | BindingFlags.NonPublic)!.GetValue(null)!;

        Assert.Equal(coded.Order(), listed.Order());
        Assert.Equal(coded.Order(), checkedAtLoad.Order());
    }

    [GeneratedRegex(@"^    - \{name: (?<name>tj\w+), note: ""[^""]+""\}$", RegexOptions.Multiline)]
    private static partial Regex FunctionLine();
}
