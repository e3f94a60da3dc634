using EdgeVision.Inference.Accelerators.Containment;
using FsCheck;
using FsCheck.Fluent;
using static EdgeVision.Inference.Accelerators.Containment.AcceleratorState;

namespace EdgeVision.Inference.Tests.Containment;

/// <summary>DESIGN.md's states: Absent → Starting → Proving → Ready → Suspect → Quarantined → Proving.</summary>
public class AcceleratorLifeTests
{
    [Fact]
    public void The_designs_way_can_be_gone()
    {
        var life = new AcceleratorLife();
        Assert.All(
            (AcceleratorState[])[Starting, Proving, Ready, Suspect, Quarantined, Proving, Ready, Suspect, Ready],
            state => Assert.True(life.Move(state)));
        Assert.False(life.Move(Ready));
    }

    [Fact]
    public void Whatever_is_asked_it_never_serves_without_a_proof_since_it_last_did_not()
    {
        var script = Gen.Elements(Enum.GetValues<AcceleratorState>()).ListOf().Resize(100);
        Prop.ForAll(script.ToArbitrary(), states =>
        {
            var life = new AcceleratorLife();
            var proving = false;
            foreach (var state in states)
            {
                var served = life.Serves;
                if (AcceleratorLife.Allows(life.State, state))
                {
                    life.Move(state);
                    if (life.Serves && !served && !proving)
                    {
                        return false;
                    }

                    proving = state == Proving;
                }
                else if (state != life.State && !Refuses(life, state))
                {
                    return false;
                }
            }

            return true;
        }).QuickCheckThrowOnFailure();
    }

    private static bool Refuses(AcceleratorLife life, AcceleratorState state)
    {
        var before = life.State;
        Assert.Throws<InvalidOperationException>(() => life.Move(state));
        return life.State == before;
    }
}
