/// The whole texts that ``ReportsTests`` compares with.
enum ReportsExpected {
    /// A roster that was stopped at the time limit.
    static let roster = """
        Feasible, not proven optimal: within 25 % of the best possible; stopped: time limit.
        Teaching case: 2022-07-04 to 2022-08-28, 8 weeks; 2 people, 3 sites
          objective    400 (service to patients 400, everything else 0)
          lower bound  300 (gap 25 %)
          time         1.3 s (method: exact)

        Rules
          rule                                          kind  verdict                           cost
          Eligible duty                                 hard  kept
          Eligible duty at home                         hard  kept
          Length of stay                                hard  kept
          Rest between postings                         hard  kept
          Limit of weeks away                           hard  kept
          Staying put                                   hard  nothing to judge
          Grass roots only                              hard  nothing to judge
          Slot plan                                     hard  kept
          Coverage                                      soft  4 person-weeks                     400
          Mid-title floor                               hard  kept
              share or head count, own staff                  kept
            * share or head count, staff present              kept
              share or head count, staff by half-days         kept
              share and head count, own staff                 16 person-weeks short at 2 sites
              share and head count, staff present             10 person-weeks short at 2 sites
              share and head count, staff by half-days        10 person-weeks short at 2 sites
          * the reading enforced

        Clauses
          clause  article   verdict                   words
          HB15    五(二)    kept                      医共体人员的调入调出,须经医管委办公室批准,按照规定程序办理
          HB18    五(二)    kept                      凡在紧密型医共体内各医疗机构执业的,不再办理执业地点变更和执~
          HB19    五(二)    missed by 4 person-weeks  牵头医院在统一人员管理中要优先保证基层医疗机构用人需求
          HB21    五(二)    kept                      中级职称以上人员必须达到医疗技术人员总数10%以上或至少配备2~
          HB22    五(二)    nothing to judge          各试点镇(街道)卫生院院长(副院长)、社区卫生服务中心主任(副主~
          HB24    五(二)    nothing to judge          各镇(街道)卫生院、社区卫生服务中心原合同期未满聘用人员继续~
          HB26    六(八)    kept, some rules off      定期选派医务人员轮流到基层值诊、查房
          QD23    (十)      kept                      将专家号源、大型设备、住院床位等医疗资源预约下沉基层
          WH11    四        nothing to judge          对区级公立医院招聘引进的医疗卫生人才实行区管基层用
          WH13    四        nothing to judge          落实农村订单定向免费医学生培养政策,做好就业安置和履约管理工~
          WH14    四        kept                      鼓励医师到基层医疗机构多点执业
          YL22    三（二）  kept, some rules off      常驻人员在下级医院或基层医疗卫生机构工作至少一年以上
          HB Hanbin pilot scheme, 2022; QD Qingdao, 2025; WH Wuhai, No. 19 of 2024; YL Yulin, No. 55 of 2017

        What is short
          when                      missed by       cost
          2022-07-04 to 2022-07-17  2 person-weeks   200  Yinghu Clinic wants 1 of Cardiology; 1 missing (each week)
          2022-07-04 to 2022-07-10  1 person-week    100  Guanmiao Clinic wants 1 of Cardiology; 1 missing
          2022-08-22 to 2022-08-28  1 person-week    100  Guanmiao Clinic wants 1 of Cardiology; 1 missing

        Calendar (weeks by their Monday)
                    2022-07     2022-08
                    04 11 18 25 01 08 15 22
          First Hospital, Cardiology
            p1 张三  .  A  A  A  A  A  A  -
          A  Guanmiao Clinic
          .  at home
          -  on leave
          not listed, never posted: 1 person

        Postings by host
          A  Guanmiao Clinic: 1 posting, 6 person-weeks
             2022-07-11 to 2022-08-21  6 weeks  p1 张三  associate chief doctor  Cardiology  First Hospital  temporary

        Appointments by department
                                      capacity  reserved   %  referrals wanted  served  general wanted  served
          First Hospital, Cardiology       720       144  20                24      24             800     548

        """

    /// A check that found a broken floor.
    static let check = """
        未通过：违反硬性规则2处。
        教学算例：2022-07-04至2022-08-28，8周；2人，3个机构
          目标值  400（患者服务 400，其他 0）

        规则
          规则                            性质  结论             代价
          派驻资格                        硬性  满足
          在院任务资格                    硬性  满足
          派驻时长                        硬性  满足
          派驻间隔                        硬性  满足
          下派周数上限                    硬性  满足
          留任留用                        硬性  无适用对象
          基层专用                        硬性  无适用对象
          号源计划                        硬性  满足
          派驻覆盖                        软性  4人周             400
          中级职称底线                    硬性  违反：2人周
              比例或人数，本单位人员            1个机构缺8人周
            * 比例或人数，在岗人员              1个机构缺2人周
              比例或人数，按半日折算人员        1个机构缺2人周
              比例且人数，本单位人员            2个机构缺16人周
              比例且人数，在岗人员              2个机构缺10人周
              比例且人数，按半日折算人员        2个机构缺10人周
          * 为执行的解读

        条款
          条款  条        结论                  原文
          HB15  五(二)    满足                  医共体人员的调入调出,须经医管委办公室批准,按照规定程序办理
          HB18  五(二)    满足                  凡在紧密型医共体内各医疗机构执业的,不再办理执业地点变更和执~
          HB19  五(二)    未满足：4人周         牵头医院在统一人员管理中要优先保证基层医疗机构用人需求
          HB21  五(二)    未满足：2人周         中级职称以上人员必须达到医疗技术人员总数10%以上或至少配备2~
          HB22  五(二)    无适用对象            各试点镇(街道)卫生院院长(副院长)、社区卫生服务中心主任(副主~
          HB24  五(二)    无适用对象            各镇(街道)卫生院、社区卫生服务中心原合同期未满聘用人员继续~
          HB26  六(八)    满足，部分规则未开启  定期选派医务人员轮流到基层值诊、查房
          QD23  (十)      满足                  将专家号源、大型设备、住院床位等医疗资源预约下沉基层
          WH11  四        无适用对象            对区级公立医院招聘引进的医疗卫生人才实行区管基层用
          WH13  四        无适用对象            落实农村订单定向免费医学生培养政策,做好就业安置和履约管理工~
          WH14  四        满足                  鼓励医师到基层医疗机构多点执业
          YL22  三（二）  满足，部分规则未开启  常驻人员在下级医院或基层医疗卫生机构工作至少一年以上
          HB 《汉滨区紧密型区域医疗卫生共同体试点方案》2022；QD 《青岛市全面深化紧密型县域医疗卫生共同体建设实施方案》2025；WH 乌海政办发〔2024〕19号；YL 玉政办发〔2017〕55号

        不足之处
          时间                    缺口   代价
          2022-07-04至2022-07-10  1人周  硬性  关庙镇中心卫生院中级职称以上人员缺1人（10%或2人）
          2022-08-22至2022-08-28  1人周  硬性  关庙镇中心卫生院中级职称以上人员缺1人（10%或2人）
          2022-07-04至2022-07-17  2人周   200  瀛湖镇中心卫生院需要心内科1人，缺1人（每周）
          2022-07-04至2022-07-10  1人周   100  关庙镇中心卫生院需要心内科1人，缺1人
          2022-08-22至2022-08-28  1人周   100  关庙镇中心卫生院需要心内科1人，缺1人

        各科室号源
                          总量  预留   %  转诊需求  已满足  普通需求  已满足
          第一医院心内科   720   144  20        24      24       800     548

        """

    /// An infeasible instance.
    static let infeasibility = """
        Infeasible: proven that no roster keeps every hard rule.
        Teaching case: 2022-07-04 to 2022-08-28, 8 weeks; 2 people, 3 sites
          time  0.2 s

        People whom the rules leave no plan
          p2: any one of these helps
            - shorten the leave

        The roster found that breaks the hard rules least breaks them by 2 in all (proven: none breaks them less).

        Where it breaks them
          when                      missed by      cost
          2022-07-04 to 2022-07-10  1 person-week  hard  Guanmiao Clinic lacks 1 mid-title staff of its floor (10 % or 2 people)
          2022-08-22 to 2022-08-28  1 person-week  hard  Guanmiao Clinic lacks 1 mid-title staff of its floor (10 % or 2 people)

        Rules
          rule                                          kind  verdict                           cost
          Eligible duty                                 hard  kept
          Eligible duty at home                         hard  kept
          Length of stay                                hard  kept
          Rest between postings                         hard  kept
          Limit of weeks away                           hard  kept
          Staying put                                   hard  nothing to judge
          Grass roots only                              hard  nothing to judge
          Slot plan                                     hard  kept
          Mid-title floor                               hard  BROKEN by 2 person-weeks
              share or head count, own staff                  8 person-weeks short at 1 site
            * share or head count, staff present              2 person-weeks short at 1 site
              share or head count, staff by half-days         2 person-weeks short at 1 site
              share and head count, own staff                 16 person-weeks short at 2 sites
              share and head count, staff present             10 person-weeks short at 2 sites
              share and head count, staff by half-days        10 person-weeks short at 2 sites
          * the reading enforced

        """

    /// A solve interrupted at once.
    static let undecided = """
        Undecided: no roster found, and not proven that there is none; stopped: interrupted.
        Teaching case: 2022-07-04 to 2022-08-28, 8 weeks; 2 people, 3 sites
          time  0 s

        This does not mean that there is no roster: give it more time (--time-limit).

        """
}
