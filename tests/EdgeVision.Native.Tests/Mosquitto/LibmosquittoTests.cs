using System.Reflection;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using EdgeVision.Native.Mosquitto;
using EdgeVision.Testing;

namespace EdgeVision.Native.Tests.Mosquitto;

public sealed partial class LibmosquittoTests
{
    [Theory]
    [InlineData("EdgeVision.Native.Mosquitto.Libmosquitto")]
    [InlineData("EdgeVision.Native.Linux.Libc")]
    [InlineData("EdgeVision.Native.Linux.KernelClock")]
    public void Every_imported_function_is_on_the_surface_page(string type)
    {
        var page = File.ReadAllText(Repository.PathOf("src", "EdgeVision.Native", "surface.yaml"));
        var listed = NamedLine().Matches(page).Select(match => match.Groups["name"].Value).ToHashSet(StringComparer.Ordinal);
        Assert.NotEmpty(Imports(type));
        Assert.All(Imports(type), name => Assert.Contains(name, listed));
    }

    [SkippableFact]
    public void Every_imported_function_is_in_the_library()
    {
        NeedLibrary();
        var library = MosquittoLibrary.Load();
        Assert.All(
            Imports("EdgeVision.Native.Mosquitto.Libmosquitto"), name => Assert.True(library.TryGetExport(name, out _), $"{name} is missing"));
    }

    [SkippableFact]
    public void The_version_is_the_one_the_package_has()
    {
        NeedLibrary();
        Assert.True(MosquittoLibrary.Version >= new Version(2, 0, 0));
    }

    [SkippableTheory]
    [InlineData(0x87, "Not authorized")]
    [InlineData(0x8E, "Session taken over")]
    [InlineData(0x93, "Receive maximum exceeded")]
    public void Reason_codes_have_the_words_of_the_standard(int code, string words)
    {
        NeedLibrary();
        Assert.Equal(words, MosquittoLibrary.ReasonWords(code), ignoreCase: true);
    }

    [SkippableFact]
    public void A_client_that_never_connected_only_waits_and_can_be_disposed()
    {
        NeedLibrary();
        using var wake = new EventSignal();
        using var client = new MosquittoClient(new MosquittoSettings("a")
        {
            UserName = "ü",
            Password = "p",
            Will = new MosquittoMessage("will", "x"u8.ToArray(), 1, true) { ContentType = "text/plain", IsText = true, UserProperties = [new("k", "v")] },
        });
        Assert.False(client.IsOpen);
        wake.Set();
        client.Step(wake, TimeSpan.FromSeconds(30));
        Assert.True(client.TryTake(out var happened));
        Assert.Equal(MosquittoEventKind.Closed, happened.Kind);
    }

    [Fact]
    public void A_signal_given_before_the_wait_is_kept_and_used_up()
    {
        using var wake = new EventSignal();
        wake.Set();
        wake.Set();
        Assert.True(wake.Wait(TimeSpan.FromSeconds(30)));
        Assert.False(wake.Wait(TimeSpan.Zero));
    }

    private static void NeedLibrary()
    {
        try
        {
            _ = MosquittoLibrary.Load();
        }
        catch (NativeLibraryException missing)
        {
            Skip.If(true, missing.Message);
        }
    }

    // The generator keeps the import itself in a method of its own, named with a mark around the function's name.
    private static string[] Imports(string type) =>
    [
        .. typeof(MosquittoLibrary).Assembly.GetType(type, throwOnError: true)!
            .GetMethods(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public)
            .Where(method => method.GetCustomAttribute<DllImportAttribute>() is not null || method.GetCustomAttribute<LibraryImportAttribute>() is not null)
            .Select(method => method.Name)
            .Where(name => !name.StartsWith('<'))
            .Distinct(),
    ];

    [GeneratedRegex(@"^    - \{name: (?<name>\w+)[,}]", RegexOptions.Multiline)]
    private static partial Regex NamedLine();
}
