using System.Security.Cryptography;
using EdgeVision.Core.Faults;
using EdgeVision.Inference.Models;
using EdgeVision.Inference.Tests.Fakes;
using EdgeVision.Testing;

namespace EdgeVision.Inference.Tests.Models;

public sealed class ModelPullTests : IDisposable
{
    private static readonly byte[] Content = Enumerable.Range(0, 300_000).Select(i => (byte)(i * 31 % 251)).ToArray();

    private readonly TempFolder _folder = new();
    private readonly HttpClient _client = new();

    private string PartFile => _folder["tiny.onnx.part"];

    public void Dispose()
    {
        _client.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task The_file_gets_its_name_and_a_second_pull_asks_nobody()
    {
        using var server = new FileServer(Content);
        var seen = new List<PullProgress>();
        var path = await Pull(server, new Recorder(seen));
        Assert.Equal(Content, await File.ReadAllBytesAsync(path));
        Assert.Equal(new PullProgress(Content.Length, Content.Length), seen[^1]);
        Assert.Equal(seen.Select(step => step.Received).Order(), seen.Select(step => step.Received));

        Assert.Equal(path, await Pull(server));
        Assert.Single(server.Starts);
        Assert.False(File.Exists(PartFile));
    }

    [Fact]
    public async Task A_cut_download_goes_on_where_it_ended()
    {
        using var server = new FileServer(Content, new FileAnswer { CutAfter = 100_000 }, new FileAnswer { CutAfter = 50_000 });
        var path = await Pull(server);
        Assert.Equal(Content, await File.ReadAllBytesAsync(path));
        Assert.Equal([0L, 100_000, 150_000], server.Starts);
    }

    [Fact]
    public async Task What_an_earlier_try_left_is_kept_and_continued()
    {
        using var server = new FileServer(Content, [.. Enumerable.Repeat(new FileAnswer { CutAfter = 10_000 }, 5)]);
        var fault = await Refusal(server);
        Assert.Equal(FaultCode.ModelMissing, fault.Code);
        Assert.Contains("50000 of 300000 bytes are kept", fault.Remedy, StringComparison.Ordinal);

        await Pull(server);
        Assert.Equal(50_000, server.Starts[^1]);
    }

    [Fact]
    public async Task A_server_without_ranges_starts_over()
    {
        using var server = new FileServer(Content, new FileAnswer { CutAfter = 100_000 }, new FileAnswer { IgnoreRange = true });
        Assert.Equal(Content, await File.ReadAllBytesAsync(await Pull(server)));
    }

    [Fact]
    public async Task A_wrong_hash_is_refused_and_nothing_is_kept()
    {
        var other = (byte[])Content.Clone();
        other[123_456] ^= 1;
        using var server = new FileServer(other);
        var fault = await Refusal(server);
        Assert.Equal(FaultCode.ModelMismatch, fault.Code);
        Assert.Contains(Convert.ToHexStringLower(SHA256.HashData(other)), fault.What, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFiles(_folder.Path));
    }

    [Fact]
    public async Task A_resumed_part_of_another_file_is_refused_then_fetched_anew()
    {
        await File.WriteAllBytesAsync(PartFile, new byte[1000]);
        using var server = new FileServer(Content);
        Assert.Equal(FaultCode.ModelMismatch, (await Refusal(server)).Code);
        Assert.Equal(Content, await File.ReadAllBytesAsync(await Pull(server)));
        Assert.Equal([1000L, 0], server.Starts);
    }

    [Theory]
    [InlineData(100_000)]
    [InlineData(-100_000)]
    public async Task Another_size_is_refused_before_a_byte_is_taken(int more)
    {
        using var server = new FileServer([.. Content.Concat(new byte[Math.Max(0, more)]).Take(Content.Length + more)]);
        var fault = await Refusal(server);
        Assert.Equal(FaultCode.ModelMismatch, fault.Code);
        Assert.Contains($"gives {Content.Length + more} bytes, the manifest says {Content.Length}", fault.What, StringComparison.Ordinal);
        Assert.Single(server.Starts);
        Assert.Empty(Directory.EnumerateFiles(_folder.Path));
    }

    [Fact]
    public async Task A_page_in_place_of_the_file_costs_nothing_of_what_is_there()
    {
        await File.WriteAllBytesAsync(PartFile, Content[..1000]);
        using (var portal = new FileServer([1, 2, 3], new FileAnswer { IgnoreRange = true }))
        {
            Assert.Equal(FaultCode.ModelMismatch, (await Refusal(portal)).Code);
        }

        using var server = new FileServer(Content);
        Assert.Equal(Content, await File.ReadAllBytesAsync(await Pull(server)));
        Assert.Equal([1000L], server.Starts);
    }

    [Fact]
    public async Task A_redirect_is_followed_to_where_the_last_try_ended()
    {
        using var server = new FileServer(
            Content, new FileAnswer { IsMoved = true }, new FileAnswer { CutAfter = 100_000 }, new FileAnswer { IsMoved = true });
        Assert.Equal(Content, await File.ReadAllBytesAsync(await Pull(server)));
        Assert.Equal([0L, 0, 100_000, 100_000], server.Starts);
    }

    [SkippableFact]
    public async Task A_full_disk_is_told_at_once()
    {
        // Opens as any file, and every write to it finds the disk full.
        Skip.IfNot(File.Exists("/dev/full"), "needs /dev/full");
        File.CreateSymbolicLink(PartFile, "/dev/full");
        using var server = new FileServer(Content);
        var fault = await Refusal(server);
        Assert.Contains($"cannot write {PartFile}", fault.What, StringComparison.Ordinal);
        Assert.Contains("free 300000 bytes", fault.Remedy, StringComparison.Ordinal);
        Assert.Single(server.Starts);
        Assert.False(File.Exists(_folder["tiny.onnx"]));
    }

    [Fact]
    public async Task A_cancelled_pull_leaves_its_part_for_the_next()
    {
        using var stop = new CancellationTokenSource();
        using var server = new FileServer(Content, new FileAnswer { CutAfter = 70_000, IsStuck = true });
        var pull = new ModelPull(_client, _folder.Path, TimeProvider.System);
        var stopAt = new Recorder([]) { Seen = progress => (progress.Received == 70_000 ? stop : null)?.Cancel() };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => pull.PullAsync(Manifests.For(Content, server.Address), stopAt, stop.Token));
        Assert.False(File.Exists(_folder["tiny.onnx"]));
        Assert.Equal(Content, await File.ReadAllBytesAsync(await Pull(server)));
        Assert.Equal([0L, 70_000], server.Starts);
    }

    [SkippableFact]
    public async Task The_real_ultraface_comes_whole_through_cuts_redirects_and_a_server_without_ranges()
    {
        var real = await File.ReadAllBytesAsync(TestAssets.Need("models", "ultraface-rfb-320.onnx"));
        var shipped = ManifestFile.Read(Repository.PathOf("models", "ultraface-rfb-320", "model.yaml"));
        using var server = new FileServer(
            real, new FileAnswer { IsMoved = true }, new FileAnswer { CutAfter = 400_000 }, new FileAnswer { CutAfter = 400_000 },
            new FileAnswer { IgnoreRange = true, CutAfter = 900_000 });
        var pull = new ModelPull(_client, _folder.Path, TimeProvider.System) { RetryPause = TimeSpan.FromMilliseconds(1) };
        var path = await pull.PullAsync(shipped with { Source = server.Address });
        Assert.Equal([0L, 0, 400_000, 800_000, 900_000], server.Starts);
        Assert.Equal(_folder["ultraface-rfb-320.onnx"], path);
        Assert.Equal(real, await File.ReadAllBytesAsync(path));
        Assert.Single(Directory.EnumerateFiles(_folder.Path));
    }

    [Fact]
    public async Task More_than_the_manifests_size_is_refused_of_a_server_that_does_not_say_how_much()
    {
        using var server = new FileServer(Content, new FileAnswer { Surplus = 100_000, IsLengthUntold = true });
        Assert.Equal(FaultCode.ModelMismatch, (await Refusal(server)).Code);
        Assert.Empty(Directory.EnumerateFiles(_folder.Path));
    }

    [Theory]
    [InlineData("404 Not Found", 1)]
    [InlineData("503 Service Unavailable", 5)]
    public async Task A_refusal_is_told_and_only_a_passing_one_is_tried_again(string status, int requests)
    {
        using var server = new FileServer(Content, [.. Enumerable.Repeat(new FileAnswer { Status = status }, 5)]);
        var fault = await Refusal(server);
        Assert.Equal(FaultCode.ModelMissing, fault.Code);
        Assert.Contains(status[..3], fault.What, StringComparison.Ordinal);
        Assert.Equal(requests, server.Starts.Count);
    }

    [Fact]
    public async Task A_damaged_file_of_that_name_is_replaced()
    {
        await File.WriteAllBytesAsync(_folder["tiny.onnx"], new byte[Content.Length]);
        using var server = new FileServer(Content);
        Assert.Equal(Content, await File.ReadAllBytesAsync(await Pull(server)));
    }

    [Fact]
    public async Task Without_a_proved_source_pull_says_so()
    {
        var pull = new ModelPull(_client, _folder.Path, TimeProvider.System);
        var refusal = await Assert.ThrowsAsync<FaultException>(() => pull.PullAsync(Manifests.For(Content)));
        Assert.Contains("knows no place to fetch it from", refusal.Message, StringComparison.Ordinal);
    }

    private Task<string> Pull(FileServer server, IProgress<PullProgress>? progress = null) =>
        new ModelPull(_client, _folder.Path, TimeProvider.System) { RetryPause = TimeSpan.FromMilliseconds(1) }
            .PullAsync(Manifests.For(Content, server.Address), progress);

    private async Task<Fault> Refusal(FileServer server) => (await Assert.ThrowsAsync<FaultException>(() => Pull(server))).Fault;

    private sealed class Recorder(List<PullProgress> seen) : IProgress<PullProgress>
    {
        public Action<PullProgress> Seen { get; init; } = seen.Add;

        public void Report(PullProgress value) => Seen(value);
    }
}
