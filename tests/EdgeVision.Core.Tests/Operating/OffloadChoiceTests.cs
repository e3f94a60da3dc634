using EdgeVision.Core.Operating;
using FsCheck;
using FsCheck.Fluent;

namespace EdgeVision.Core.Tests.Operating;

public class OffloadChoiceTests
{
    private const double SpinningPays = 0.7;

    [Fact]
    public void A_dominated_point_is_never_chosen() => Any((points, demand, _) =>
    {
        var decision = OffloadChoice.Choose(points, OffloadPolicy.Auto, demand);
        var costs = points.ToDictionary(point => point.Point, point => OffloadChoice.Predict(point.Cost, demand, inJoules: false));
        var chosen = costs[decision.Chosen];
        Assert.DoesNotContain(costs, other =>
            !(other.Key.Spinning && other.Value.Utilisation < SpinningPays)
            && other.Value.P50Ms <= chosen.P50Ms && other.Value.P95Ms <= chosen.P95Ms && other.Value.Energy <= chosen.Energy
            && other.Value.CapacityFps >= chosen.CapacityFps && (other.Value.P95Ms < chosen.P95Ms || other.Value.Energy < chosen.Energy));
    });

    [Fact]
    public void What_keeps_the_demand_goes_before_what_does_not() => Any((points, demand, policy) =>
    {
        var able = points.Where(point =>
        {
            var cost = OffloadChoice.Predict(point.Cost, demand, inJoules: false);
            var keepsRate = demand.Sum(one => one.Fps) is var fps && (double.IsInfinity(fps) || fps <= 0.95 * point.Cost.Rates[^1].AchievedFps);
            return keepsRate && cost.WorstMs <= demand[0].Deadline.TotalMilliseconds && !(point.Point.Spinning && cost.Utilisation < SpinningPays);
        }).Select(point => point.Point).ToList();
        var decision = OffloadChoice.Choose(points, policy, demand);
        Assert.True(able.Count == 0 || able.Contains(decision.Chosen));
    });

    [Fact]
    public void The_order_of_the_table_does_not_matter() => Any((points, demand, policy) =>
    {
        var one = OffloadChoice.Choose(points, policy, demand);
        var other = OffloadChoice.Choose([.. points.Reverse()], policy, demand);
        Assert.Equal(one.Chosen, other.Chosen);
        Assert.Equal(one.Why, other.Why);
        Assert.Equal(one.RunnersUp, other.RunnersUp);
    });

    [Fact]
    public void Every_other_point_is_a_runner_up_with_a_reason() => Any((points, demand, policy) =>
    {
        var decision = OffloadChoice.Choose(points, policy, demand);
        Assert.Equal(points.Select(point => point.Point).Where(point => point != decision.Chosen).ToHashSet(), decision.RunnersUp.Select(one => one.Point).ToHashSet());
        Assert.All(decision.RunnersUp, one => Assert.NotEqual("", one.Lost));
    });

    [Fact]
    public void Threads_do_not_spin_while_there_is_idle_time() => Any((points, demand, policy) =>
    {
        var decision = OffloadChoice.Choose(points, policy, demand);
        Assert.True(!decision.Chosen.Spinning || decision.Predicted.Utilisation >= SpinningPays || points.All(point => point.Point.Spinning));
    });

    [Fact]
    public void The_choice_flips_when_the_speed_flips()
    {
        var cpu = Measured.Steady("cpu", ms: 12, cpuMs: 12);
        Assert.Equal("npu", Auto(cpu, Npu(ms: 2)).Accelerator);
        Assert.Equal("cpu", Auto(cpu, Npu(ms: 200)).Accelerator);
    }

    [Fact]
    public void A_software_gpu_that_is_hundreds_of_times_slower_is_not_chosen() => Assert.Equal(
        "cpu", Auto(Measured.Steady("webgpu", ms: 2500, cpuMs: 4000, AcceleratorFamily.Gpu), Measured.Steady("cpu", ms: 10, cpuMs: 10)).Accelerator);

    [Fact]
    public void Spinning_is_chosen_where_it_is_quicker_and_the_point_is_busy()
    {
        PointCost[] points = [Measured.Steady("cpu", 10, 20, threads: 2), Measured.Steady("cpu", 8, 20, threads: 2, spinning: true)];
        Assert.True(OffloadChoice.Choose(points, OffloadPolicy.Auto, Measured.Cameras(1, 90)).Chosen.Spinning);
        var idle = OffloadChoice.Choose(points, OffloadPolicy.Auto, Measured.Cameras(1, 5));
        Assert.False(idle.Chosen.Spinning);
        Assert.Contains("spinning pays from 70 %", Assert.Single(idle.RunnersUp).Lost, StringComparison.Ordinal);
    }

    [Fact]
    public void A_second_thread_must_pay_for_itself()
    {
        var one = Measured.Steady("cpu", ms: 12, cpuMs: 12);
        Assert.Equal(2, Auto(one, Measured.Steady("cpu", ms: 7, cpuMs: 14, threads: 2)).Threads);
        Assert.Equal(1, Auto(one, Measured.Steady("cpu", ms: 10, cpuMs: 18, threads: 2)).Threads);
    }

    [Fact]
    public void A_deadline_or_a_rate_that_is_missed_decides_before_energy()
    {
        PointCost[] points = [Measured.Steady("cpu", ms: 30, cpuMs: 30), Measured.Steady("cpu", ms: 18, cpuMs: 60, threads: 4)];
        Assert.Equal(1, OffloadChoice.Choose(points, OffloadPolicy.Auto, Measured.Cameras(1, 5)).Chosen.Threads);
        var hasty = OffloadChoice.Choose(points, OffloadPolicy.Auto, Measured.Cameras(1, 5, deadlineMs: 20));
        Assert.Equal(4, hasty.Chosen.Threads);
        Assert.Equal("30.0 ms, the deadline is 20 ms", Assert.Single(hasty.RunnersUp).Lost);
        var busy = OffloadChoice.Choose(points, OffloadPolicy.Auto, Measured.Cameras(1, 40));
        Assert.Equal(4, busy.Chosen.Threads);
        Assert.Equal("33.3 fps at most", Assert.Single(busy.RunnersUp).Lost);
    }

    [Fact]
    public void Frames_of_several_cameras_may_come_at_once()
    {
        PointCost[] points = [Measured.Steady("cpu", ms: 30, cpuMs: 30)];
        Assert.Equal(120, OffloadChoice.Choose(points, OffloadPolicy.Auto, Measured.Cameras(4, 1)).Predicted.WorstMs, 9);
        Assert.False(OffloadChoice.Choose(points, OffloadPolicy.Auto, Measured.Cameras(4, 1, deadlineMs: 100)).MeetsDemand);
    }

    [Fact]
    public void Where_nothing_keeps_the_demand_the_quickest_runs_and_it_is_said()
    {
        PointCost[] points = [Measured.Steady("cpu", ms: 30, cpuMs: 30), Measured.Steady("gpu", ms: 25, cpuMs: 99, AcceleratorFamily.Gpu)];
        var decision = OffloadChoice.Choose(points, OffloadPolicy.Prefer(OffloadPreference.Cpu), Measured.Cameras(1, 60));
        Assert.Equal("gpu", decision.Chosen.Accelerator);
        Assert.False(decision.MeetsDemand);
        Assert.Contains("none of 2 points keeps 60 fps", decision.Why, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(OffloadPreference.Npu, "npu")]
    [InlineData(OffloadPreference.Gpu, "gpu")]
    [InlineData(OffloadPreference.Cpu, "cpu")]
    [InlineData(OffloadPreference.LowestEnergy, "frugal")]
    [InlineData(OffloadPreference.LowestLatency, "gpu")]
    [InlineData(OffloadPreference.Auto, "gpu")]
    public void A_preference_is_kept(OffloadPreference preference, string accelerator)
    {
        PointCost[] points =
        [
            Measured.Steady("cpu", 20, 20), Measured.Steady("gpu", 2, 10, AcceleratorFamily.Gpu), Measured.Steady("npu", 60, 1, AcceleratorFamily.Vpu),
            Measured.Steady("frugal", 90, 5),
        ];
        Assert.Equal(accelerator, OffloadChoice.Choose(points, OffloadPolicy.Prefer(preference), Measured.Cameras(1, 5)).Chosen.Accelerator);
    }

    [Fact]
    public void A_list_is_followed_as_long_as_the_demand_is_kept()
    {
        PointCost[] points = [Measured.Steady("cpu", 10, 10), Npu(ms: 80)];
        var policy = OffloadPolicy.InOrder("npu", "cpu");
        Assert.Equal("npu", OffloadChoice.Choose(points, policy, Measured.Cameras(1, 5)).Chosen.Accelerator);
        Assert.Equal("cpu", OffloadChoice.Choose(points, policy, Measured.Cameras(1, 20)).Chosen.Accelerator);
        var unlisted = OffloadChoice.Choose(points, OffloadPolicy.InOrder("tpu"), Measured.Cameras(1, 5));
        Assert.Contains("nothing that was asked for (in order tpu)", unlisted.Why, StringComparison.Ordinal);
    }

    [Fact]
    public void Joules_count_where_every_point_has_them()
    {
        PointCost[] points = [Measured.Steady("cpu", 10, 10, joules: 0.5), Measured.Steady("npu", 11, 90, AcceleratorFamily.Npu, joules: 0.05)];
        var decision = OffloadChoice.Choose(points, OffloadPolicy.Auto, Measured.Cameras(1, 5));
        Assert.True(decision.Predicted.InJoules);
        Assert.Equal("npu", decision.Chosen.Accelerator);
        Assert.False(OffloadChoice.Choose([points[0], Measured.Steady("npu", 11, 90, AcceleratorFamily.Npu)], OffloadPolicy.Auto, Measured.Cameras(1, 5)).Predicted.InJoules);
    }

    [Fact]
    public void Equal_points_are_chosen_by_name_and_fewer_threads()
    {
        PointCost[] points = [Measured.Steady("b", 10, 10), Measured.Steady("a", 10, 10, threads: 2), Measured.Steady("a", 10, 10)];
        var decision = OffloadChoice.Choose(points, OffloadPolicy.Auto, Measured.Cameras(1, 5));
        Assert.Equal(Measured.Point("a"), decision.Chosen);
        Assert.Equal([Measured.Point("a", 2), Measured.Point("b")], decision.RunnersUp.Select(one => one.Point));
    }

    [Fact]
    public void Nothing_measured_or_nothing_asked_for_is_refused()
    {
        Assert.Throws<ArgumentException>(() => OffloadChoice.Choose([], OffloadPolicy.Auto, Measured.Cameras(1, 5)));
        Assert.Throws<ArgumentException>(() => OffloadChoice.Choose([Measured.Steady("cpu", 1, 1)], OffloadPolicy.Auto, []));
        Assert.Throws<ArgumentException>(() => OffloadChoice.Choose([Measured.Steady("cpu", 1, 1)], OffloadPolicy.Auto, Measured.Cameras(1, double.NaN)));
    }

    private static PointCost Npu(double ms) => Measured.Steady("npu", ms, cpuMs: 0.3, AcceleratorFamily.Npu);

    private static OperatingPoint Auto(params PointCost[] points) => OffloadChoice.Choose(points, OffloadPolicy.Auto, Measured.Cameras(1, 5)).Chosen;

    private static void Any(Action<IReadOnlyList<PointCost>, IReadOnlyList<CameraDemand>, OffloadPolicy> holds) => Prop.ForAll<int, PositiveInt>((seed, size) =>
    {
        var random = new Random(seed);
        var points = Measured.Any(random, 1 + (size.Get % 20));
        var policy = random.Next(3) == 0 ? OffloadPolicy.InOrder("a2", "a0") : OffloadPolicy.Prefer((OffloadPreference)random.Next(6));
        holds(points, Measured.AnyDemand(random), policy);
    }).QuickCheckThrowOnFailure();
}
