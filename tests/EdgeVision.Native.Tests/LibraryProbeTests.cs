namespace EdgeVision.Native.Tests;

public sealed class LibraryProbeTests : IDisposable
{
    private const string Remedy = "apt install libexample1";
    private const string SystemLibrary = "libc.so.6";
    private readonly string _folder = Directory.CreateTempSubdirectory("edgevision-probe-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_first_that_loads_is_taken_and_every_earlier_failure_keeps_its_own_reason()
    {
        var missing = Path.Combine(_folder, "missing.so");
        var text = Path.Combine(_folder, "text.so");
        File.WriteAllText(text, string.Concat(Enumerable.Repeat("this is no library\n", 100)));

        var library = LibraryProbe.Load("example", [missing, _folder, text, SystemLibrary, "never-reached.so"], Remedy);

        Assert.Equal(SystemLibrary, library.Path);
        Assert.Equal([missing, _folder, text, SystemLibrary], library.Attempts.Select(attempt => attempt.Candidate));
        Assert.Equal([false, false, false, true], library.Attempts.Select(attempt => attempt.Loaded));
        Assert.Equal("no such file", library.Attempts[0].Reason);
        Assert.Equal("is a folder", library.Attempts[1].Reason);
        Assert.Contains("ELF", library.Attempts[2].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void When_none_loads_the_one_error_names_each_place_and_the_remedy()
    {
        var missing = Path.Combine(_folder, "libexample.so.1");

        var error = Assert.Throws<NativeLibraryException>(
            () => LibraryProbe.Load("example", [missing, "libno-such-library.so.7"], Remedy));

        Assert.Equal(2, error.Attempts.Count);
        Assert.Contains(missing, error.Message, StringComparison.Ordinal);
        Assert.Contains("libno-such-library.so.7", error.Message, StringComparison.Ordinal);
        Assert.Contains("cannot open shared object file", error.Message, StringComparison.Ordinal);
        Assert.Contains(Remedy, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_library_that_loads_and_is_refused_is_an_attempt_with_the_given_reason()
    {
        var error = Assert.Throws<NativeLibraryException>(
            () => LibraryProbe.Load("example", [SystemLibrary], Remedy, _ => "version 0.9 is too old"));

        var attempt = Assert.Single(error.Attempts);
        Assert.False(attempt.Loaded);
        Assert.Equal("version 0.9 is too old", attempt.Reason);
    }

    [Fact]
    public void Exports_are_found_by_name()
    {
        var library = LibraryProbe.Load("libc", [SystemLibrary], Remedy);

        Assert.True(library.TryGetExport("getpid", out var address));
        Assert.NotEqual(0, address);
        Assert.False(library.TryGetExport("edgevision_no_such_function", out _));
    }

    [Fact]
    public void A_configured_file_stands_alone_and_a_configured_folder_gives_each_name_in_it()
    {
        var file = Path.Combine(_folder, "own.so");

        Assert.Equal([file], LibraryProbe.Candidates(file, "a.so.1", "a.so"));
        Assert.Equal(
            [Path.Combine(_folder, "a.so.1"), Path.Combine(_folder, "a.so")],
            LibraryProbe.Candidates(_folder, "a.so.1", "a.so"));
    }

    [Fact]
    public void Unconfigured_the_order_is_beside_the_program_then_its_runtimes_folder_and_last_the_system_loader()
    {
        var candidates = LibraryProbe.Candidates(null, "a.so.1", "a.so");

        var runtimes = Path.Combine(AppContext.BaseDirectory, "runtimes", LibraryProbe.RuntimeIdentifier, "native");
        Assert.Equal(Path.Combine(AppContext.BaseDirectory, "a.so.1"), candidates[0]);
        Assert.Equal(Path.Combine(AppContext.BaseDirectory, "a.so"), candidates[1]);
        Assert.Equal(Path.Combine(runtimes, "a.so.1"), candidates[2]);
        Assert.Equal(["a.so.1", "a.so"], candidates.Skip(candidates.Count - 2));
        var between = candidates.Skip(4).SkipLast(2);
        Assert.All(between, path => Assert.Contains(Path.Combine(".native", "runtimes"), path, StringComparison.Ordinal));
    }
}
