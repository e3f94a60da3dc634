using EdgeVision.Native.Linux;
using EdgeVision.Service.Doctor;
using EdgeVision.Service.Doctor.Host;

namespace EdgeVision.Service.Tests.Doctor;

/// <summary>Disks that are full, worn, or out of inodes.</summary>
public class DiskTests
{
    private const ulong Gib = 1UL << 30;
    private static readonly FileSystemSpace Good = new(30 * Gib, 20 * Gib, 1_900_000, 1_700_000, IsReadOnly: false);

    public static TheoryData<ulong, ulong, bool, CheckState, string, string> Troubles => new()
    {
        { 20 * Gib, 1_000_000, false, CheckState.Ok, "20 GiB of 30 GiB free", "" },
        { 300UL << 20, 1_000_000, false, CheckState.Warn, "300 MiB of 30 GiB free", "journalctl --vacuum-size" },
        { 10UL << 20, 1_000_000, false, CheckState.Fail, "10 MiB of 30 GiB free", "journalctl --vacuum-size" },
        { 20 * Gib, 12, false, CheckState.Fail, "only 12 of 1900000 inodes", "many small files" },
        { 20 * Gib, 1_000_000, true, CheckState.Fail, "mounted read-only", "mount -o remount,rw" },
    };

    [Theory]
    [MemberData(nameof(Troubles))]
    public async Task Room_inodes_and_mode_are_judged(ulong free, ulong files, bool isReadOnly, CheckState state, string found, string fix)
    {
        using var tree = new RecordedTree();
        var disk = Good with { FreeBytes = free, FreeFiles = files, IsReadOnly = isReadOnly };
        Examination.Says(await Examination.Single(new DiskCheck("state folder", tree.Path, needsWriting: true, _ => disk)), state, found, fix);
        Assert.Empty(Directory.GetFiles(tree.Path));
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_is_a_fail_and_one_that_is_missing_is_not()
    {
        Examination.Says(
            await Examination.Single(new DiskCheck("state folder", "/proc/self/edgevision", needsWriting: true, _ => Good)), CheckState.Fail,
            "/proc/self/edgevision, which is not there yet cannot be written", "sudo mkdir -p /proc/self/edgevision && sudo chown");
        using var tree = new RecordedTree();
        Examination.Says(
            await Examination.Single(new DiskCheck("state folder", Path.Combine(tree.Path, "new", "state"), needsWriting: true, FileSystemSpace.OfPath)),
            CheckState.Ok, "which is not there yet", "");
        Assert.Empty(Directory.GetFileSystemEntries(tree.Path));
    }

    [Fact]
    public async Task A_path_of_which_nothing_is_known_is_a_warning()
    {
        using var tree = new RecordedTree();
        Examination.Says(await Examination.Single(new DiskCheck("state folder", tree.Path, needsWriting: true, _ => null)), CheckState.Warn, "does not say how much room", "df -h");
    }

    [Fact]
    public void The_kernel_and_dotnet_agree_on_a_disk()
    {
        var ours = FileSystemSpace.OfPath("/proc/self") is not null ? FileSystemSpace.OfPath(Path.GetTempPath())!.Value : throw new InvalidOperationException("no statvfs");
        var drive = new DriveInfo(Path.GetTempPath());
        Assert.Equal((ulong)drive.TotalSize, ours.TotalBytes);
        Assert.InRange(ours.FreeBytes, 0UL, ours.TotalBytes);
        Assert.True(ours.FreeFiles <= ours.TotalFiles);
        Assert.Null(FileSystemSpace.OfPath("/no/such/path"));
    }
}
