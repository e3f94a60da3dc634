using EdgeVision.Native.Linux;
using EdgeVision.Native.OnnxRuntime;

namespace EdgeVision.Native.Tests.Linux;

public sealed class SharedMemoryTests : IDisposable
{
    private readonly string _path = Path.Combine(SharedMemory.Folder, $"edgevision-tested-{Guid.NewGuid():N}");

    public void Dispose() => File.Delete(_path);

    [Fact]
    public void Two_mappings_are_one_memory_that_outlives_its_name()
    {
        using var one = SharedMemory.Create(_path, 5000);
        using var other = SharedMemory.Open(_path, 5000);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_path));
        }

        Assert.False(one.Bytes.ContainsAnyExcept((byte)0));
        other.Unlink();
        Assert.False(File.Exists(_path));
        one.Bytes[4999] = 7;
        Assert.Equal(7, other.Bytes[4999]);
        one.Unlink();
    }

    [Fact]
    public void A_file_that_exists_is_not_taken_over()
    {
        using var one = SharedMemory.Create(_path, 64);
        Assert.Throws<IOException>(() => SharedMemory.Create(_path, 64));
        Assert.True(File.Exists(_path));
    }

    [Fact]
    public void A_file_of_another_size_or_place_and_a_link_are_refused()
    {
        using var one = SharedMemory.Create(_path, 64);
        Assert.Throws<IOException>(() => SharedMemory.Open(_path, 65));
        var elsewhere = Path.GetTempFileName();
        var link = _path + "-link";
        try
        {
            File.WriteAllBytes(elsewhere, new byte[64]);
            Assert.Throws<IOException>(() => SharedMemory.Open(elsewhere, 64));
            File.CreateSymbolicLink(link, _path);
            Assert.Throws<IOException>(() => SharedMemory.Open(link, 64));
        }
        finally
        {
            File.Delete(elsewhere);
            File.Delete(link);
        }
    }

    [Fact]
    public void Tensors_lie_in_it_aligned_and_within()
    {
        using var memory = SharedMemory.Create(_path, 256);
        using var tensor = NativeTensor.Over(null, memory, 64, TensorElementType.Float32, 2, 3);
        tensor.AsFloats()[5] = 1.5f;
        Assert.Equal(1.5f, BitConverter.ToSingle(memory.Bytes[84..88]));
        tensor.Dispose();
        Assert.Throws<ObjectDisposedException>(() => tensor.Bytes.Length);
        Assert.Equal(256, memory.Bytes.Length);
        Assert.Throws<ArgumentException>(() => NativeTensor.Over(null, memory, 4, TensorElementType.Float32, 1));
        Assert.Throws<ArgumentException>(() => NativeTensor.Over(null, memory, -64, TensorElementType.Float32, 1));
        Assert.Throws<ArgumentException>(() => NativeTensor.Over(null, memory, 192, TensorElementType.Float32, 17));
        Assert.Throws<ArgumentException>(() => NativeTensor.Over(null, memory, 0, TensorElementType.Float32, -1));
    }
}
