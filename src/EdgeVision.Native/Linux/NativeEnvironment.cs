namespace EdgeVision.Native.Linux;

/// <summary>The environment that native libraries read; .NET keeps a copy of its own, and changes only that.</summary>
internal static class NativeEnvironment
{
    /// <summary>Sets a variable unless the environment has it already. Before other threads run native code that reads it.</summary>
    public static void SetDefault(string name, string value) => _ = Libc.setenv(name, value, overwrite: 0);
}
