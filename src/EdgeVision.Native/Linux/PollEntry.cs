using System.Runtime.InteropServices;

namespace EdgeVision.Native.Linux;

/// <summary>struct pollfd.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct PollEntry
{
    internal int Descriptor;
    internal short Wanted;
    internal short Seen;
}
