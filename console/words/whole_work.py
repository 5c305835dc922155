"""Sentences about benchmarks in which both must have done the same."""

from console.words.saying import Saying

TOO_BUSY = Saying(
    "bench_too_busy",
    ja="このコンピューターは今ほかの処理で忙しく、{name} が全部の映像を作れませんでした ({times}回)。ほかの重い処理を止めて、もう一度試してください。",
    en="This machine is too busy now: {name} did not make every picture ({times} times). Close other heavy programs and try again.",
)
CPU_LEFT_OUT = Saying(
    "bench_cpu_left_out",
    ja="全部の映像を作れず、やり直した回数",
    en="Turns left out since not every picture was made as asked for",
)
