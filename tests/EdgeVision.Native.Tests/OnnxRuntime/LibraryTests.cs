using EdgeVision.Native.OnnxRuntime;
using EdgeVision.Testing;

namespace EdgeVision.Native.Tests.OnnxRuntime;

public sealed class LibraryTests
{
    [SkippableFact]
    public void The_loaded_library_says_its_version_place_and_providers()
    {
        var library = Ort.Need();

        Assert.Matches(@"^1\.\d+\.\d+", library.Version);
        Assert.Equal(OrtVersion.TableVersion(library.Version, out _), library.TableVersion);
        Assert.Contains("CPUExecutionProvider", library.AvailableProviders);
        Assert.Contains("build", library.BuildInfo, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(library.Path, library.Attempts[^1].Candidate);
        Assert.True(library.Attempts[^1].Loaded);
    }

    [SkippableFact]
    public void Loading_again_gives_the_same_library()
    {
        Assert.Same(Ort.Need(), OrtLibrary.Load(Ort.Need().Path));
    }

    [Fact]
    public void A_missing_configured_library_is_one_error_with_the_place_and_the_command()
    {
        var error = Assert.Throws<NativeLibraryException>(() => OrtLibrary.Load("/no/such/libonnxruntime.so.1"));

        Assert.Equal("/no/such/libonnxruntime.so.1", Assert.Single(error.Attempts).Candidate);
        Assert.Contains("scripts/setup", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_library_that_is_not_onnx_runtime_is_refused_with_the_reason()
    {
        var other = Directory.EnumerateFiles("/usr/lib", "libm.so.6", SearchOption.AllDirectories).First();

        var error = Assert.Throws<NativeLibraryException>(() => OrtLibrary.Load(other));
        Assert.Contains("OrtGetApiBase", Assert.Single(error.Attempts).Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1.17.0", 17)]
    [InlineData("1.24.4-test", 24)]
    [InlineData("1.29.0", 29)]
    [InlineData("1.30.0", 29)]
    [InlineData("1.99.1+cu13", 29)]
    public void The_table_asked_for_is_the_smaller_of_the_librarys_and_the_known_one(string version, int table)
    {
        Assert.Equal(table, OrtVersion.TableVersion(version, out _));
    }

    [Theory]
    [InlineData("1.16.3", "too old")]
    [InlineData("1.9.0", "too old")]
    [InlineData("2.0.0", "another major version")]
    [InlineData("", "not of the form")]
    [InlineData("1", "not of the form")]
    [InlineData("one.two", "not of the form")]
    public void Versions_that_cannot_be_used_are_refused_with_the_reason(string version, string reason)
    {
        Assert.Null(OrtVersion.TableVersion(version, out var refusal));
        Assert.Contains(reason, refusal, StringComparison.Ordinal);
    }
}
