using System.Runtime.InteropServices;

namespace EdgeVision.Native.Mosquitto;

/// <summary><c>struct mosquitto_message</c>, as the message callback gets it.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct NativeMessage
{
    public int MessageId;
    public byte* Topic;
    public byte* Payload;
    public int PayloadLength;
    public int Qos;
    public byte Retain;
}
