namespace EdgeVision.Core.Operating;

/// <summary>The measured roof of this machine with a number of threads.</summary>
/// <param name="Threads">At least 1.</param>
/// <param name="FloatMacs">Multiply-adds of 32-bit floats per second.</param>
/// <param name="Int8Macs">Multiply-adds of 8-bit integers per second; null where no instruction for it can be reached.</param>
/// <param name="Bandwidth">Bytes read and written per second in memory.</param>
public sealed record MachinePeak(int Threads, double FloatMacs, double? Int8Macs, double Bandwidth);
