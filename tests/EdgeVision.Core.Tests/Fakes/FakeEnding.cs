namespace EdgeVision.Core.Tests.Fakes;

public enum FakeEnding
{
    End,
    Fault,
    Hang,
    Refuse,
}
