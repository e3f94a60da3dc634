using System.Security.Cryptography;
using EdgeVision.Core.Faults;
using EdgeVision.Inference.Models;
using EdgeVision.Inference.Tests.Fakes;

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

    [Fact]
    public async Task More_than_the_manifests_size_is_refused()
    {
        using var server = new FileServer(Content, new FileAnswer { Surplus = 100_000 });
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
        public void Report(PullProgress value) => seen.Add(value);
    }
}
